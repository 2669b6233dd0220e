import type { Moment } from '../context.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A moment as rows keep it.
 *
 * @param zone of the session (sessions S14); null for the machine's own
 */
export function momentIn(zone: string | null, date: Date): Moment {
  return { date, sql: zone === null ? localText(date) : textIn(zone, date) };
}

function localText(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

function textIn(zone: string, date: Date): string {
  let format = formats.get(zone);
  if (!format) {
    // Swedish writes dates as SQL does.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    formats.set(zone, format);
  }
  return format.format(date);
}
