/** What a clock on the wall shows, in seconds, whatever its time zone. */

/** Seconds of a day. */
export const DAY = 86_400;

/** A moment written as rows keep it, `YYYY-MM-DD[ HH:MM[:SS]]`, in seconds; undefined when it isn't one. */
export function wallSeconds(text: string): number | undefined {
  const parts = /^(\d{4})-(\d\d?)-(\d\d?)(?:[ T](\d\d?):(\d\d?)(?::(\d\d?))?)?/.exec(text.trim());
  if (!parts) return undefined;
  const [year, month, day, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return Date.UTC(year!, month! - 1, day, hours, minutes, seconds) / 1000;
}

/** Seconds as rows keep a moment: `YYYY-MM-DD HH:MM:SS`. */
export const wallText = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');

/** The day of a moment: `YYYY-MM-DD`. */
export const dayText = (seconds: number): string => wallText(seconds).slice(0, 10);

/** Where the day of a moment begins. */
export const dayStart = (seconds: number): number => seconds - secondOfDay(seconds);

/** Seconds since midnight. */
export const secondOfDay = (seconds: number): number => ((seconds % DAY) + DAY) % DAY;

/** 0 is Sunday. */
export const weekday = (seconds: number): number => new Date(seconds * 1000).getUTCDay();

/** `HH:MM:SS` in seconds since midnight; `24:00:00` is the day's end. */
export function clockSeconds(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}
