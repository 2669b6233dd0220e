/** Events that come again: GLPI keeps their rule as JSON in the words of iCalendar (itil 14). */

/** The rule of an event; days are counted from 1 January 1970. */
export interface Repetition {
  readonly unit: 'daily' | 'weekly' | 'monthly' | 'yearly';
  /** Every so many days, weeks, months or years. */
  readonly interval: number;
  /** Last day. */
  readonly until: number | undefined;
  /** 0 Sunday … 6 Saturday; empty for the weekday of the first one. */
  readonly weekdays: readonly number[];
  /** 1 … 12; empty for all. */
  readonly months: readonly number[];
  /** Days on which it isn't. */
  readonly exceptions: readonly number[];
}

const units = ['daily', 'weekly', 'monthly', 'yearly'] as const;
const weekdayNames = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const DAY = 86_400_000;

/** A rule as it is stored; undefined for none, and for what is no rule. */
export function readRepetition(stored: unknown): Repetition | undefined {
  const rule = parsed(stored);
  const unit = units.find((one) => one === String(rule?.freq ?? '').toLowerCase());
  if (!rule || !unit) return undefined;
  return {
    unit,
    interval: Math.max(1, Math.trunc(Number(rule.interval ?? 1)) || 1),
    until: dayOf(rule.until),
    weekdays: list(rule.byday ?? rule.byweekday).flatMap((name) => {
      const day = weekdayNames.indexOf(String(name).toUpperCase().slice(-2));
      return day < 0 ? [] : [day];
    }),
    months: list(rule.bymonth).map(Number),
    exceptions: list(rule.exceptions).flatMap((day) => dayOf(day) ?? []),
  };
}

/** No more days than these are looked through. */
const LONGEST = 3_660;

/** The days, of those from `from` to `to`, on which an event comes that came first on day `first`. */
export function repeatedDays(rule: Repetition, first: number, from: number, to: number): number[] {
  const days: number[] = [];
  const last = Math.min(to, rule.until ?? to, from + LONGEST);
  for (let day = Math.max(first, from); day <= last; day++) {
    if (isOn(rule, first, day) && !rule.exceptions.includes(day)) days.push(day);
  }
  return days;
}

/** The day of a stored date or moment; undefined for none. */
export function dayOf(text: unknown): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(String(text ?? ''));
  return match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / DAY : undefined;
}

/** `YYYY-MM-DD`. */
export const dayText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

function isOn({ unit, interval, weekdays, months }: Repetition, first: number, day: number): boolean {
  const [start, at] = [new Date(first * DAY), new Date(day * DAY)];
  const isWeekday = weekdays.length === 0 ? undefined : weekdays.includes(at.getUTCDay());
  if (months.length > 0 && !months.includes(at.getUTCMonth() + 1)) return false;
  const years = at.getUTCFullYear() - start.getUTCFullYear();
  switch (unit) {
    case 'daily':
      return (day - first) % interval === 0 && (isWeekday ?? true);
    case 'weekly':
      return (weekOf(day) - weekOf(first)) % interval === 0 && (isWeekday ?? at.getUTCDay() === start.getUTCDay());
    case 'monthly':
      return (
        (years * 12 + at.getUTCMonth() - start.getUTCMonth()) % interval === 0 &&
        (isWeekday ?? at.getUTCDate() === start.getUTCDate())
      );
    case 'yearly':
      return (
        years % interval === 0 &&
        (isWeekday ??
          (at.getUTCDate() === start.getUTCDate() && (months.length > 0 || at.getUTCMonth() === start.getUTCMonth())))
      );
  }
}

/** Weeks begin on Monday; 1 January 1970 was a Thursday. */
const weekOf = (day: number): number => Math.floor((day + 3) / 7);

function parsed(stored: unknown): Record<string, unknown> | undefined {
  try {
    const rule: unknown = JSON.parse(String(stored ?? ''));
    return typeof rule === 'object' && rule !== null ? (rule as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : String(value).split(',');
