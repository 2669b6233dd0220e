/** When work is done: open hours of each weekday, less the days that are closed (itil 7.3, 7.4). */
import { DAY, dayStart, dayText, secondOfDay, weekday } from './wall-time.ts';

/** A part of a day, in seconds since midnight; the end doesn't belong to it. */
export interface Span {
  readonly begin: number;
  readonly end: number;
}

/** Days on which nobody works, both ends included. */
export interface CloseTime {
  /** `YYYY-MM-DD` */
  readonly begin: string;
  readonly end: string;
  /** Every year: only month and day count. One that goes over New Year never matches. */
  readonly isPerpetual: boolean;
}

/** The longest search for an open hour, in days: some ten years. */
const HORIZON = 3700;

export class WorkingCalendar {
  readonly #week: readonly (readonly Span[])[];
  readonly #closeTimes: readonly CloseTime[];

  /** @param week open spans by weekday, 0 is Sunday; they don't overlap */
  constructor(week: readonly (readonly Span[])[], closeTimes: readonly CloseTime[] = []) {
    this.#week = Array.from({ length: 7 }, (_, day) =>
      (week[day] ?? []).filter(({ begin, end }) => end > begin).toSorted((a, b) => a.begin - b.begin),
    );
    this.#closeTimes = closeTimes;
  }

  /** Whether any hour of the week is open at all. */
  get hasOpenHours(): boolean {
    return this.#week.some((spans) => spans.length > 0);
  }

  /** Whether there are open hours on the day of a moment. */
  isWorkingDay(moment: number): boolean {
    return this.#openSpans(moment).length > 0;
  }

  /** Whether a moment is in open hours, both ends of a span included. */
  isWorkingHour(moment: number): boolean {
    const second = secondOfDay(moment);
    return this.#openSpans(moment).some(({ begin, end }) => begin <= second && second <= end);
  }

  /** Open seconds between two moments; 0 when the second isn't later. */
  activeSeconds(from: number, to: number): number {
    let total = 0;
    for (let day = dayStart(from); day < to; day += DAY) {
      for (const { begin, end } of this.#openSpans(day)) {
        total += Math.max(0, Math.min(day + end, to) - Math.max(day + begin, from));
      }
    }
    return total;
  }

  /**
   * The moment at which `seconds` of open time have gone by; one that falls on a span's end is carried to the next
   * opening. Negative seconds go back. Without an open hour within ten years: as if it were always open.
   */
  addOpenTime(from: number, seconds: number): number {
    return (seconds < 0 ? this.#goBack(from, -seconds) : this.#goOn(from, seconds)) ?? from + seconds;
  }

  /**
   * The same time of day `days` working days later; from a day off, counting starts at the first working day's opening.
   * A time after the last day's closing becomes that closing.
   */
  addWorkingDays(from: number, days: number): number {
    const start = this.#workingDayFrom(from);
    if (start === undefined) return from + days * DAY;
    const time = start === dayStart(from) ? secondOfDay(from) : this.#openSpans(start)[0]!.begin;
    const last = this.#daysLater(start, days);
    return last + Math.min(time, this.#closing(last));
  }

  /** The closing hour of the day that is `days` working days after the first working day from a moment. */
  endOfWorkingDay(from: number, days: number): number {
    const start = this.#workingDayFrom(from);
    if (start === undefined) return from + days * DAY;
    const last = this.#daysLater(start, days);
    return last + this.#closing(last);
  }

  #openSpans(moment: number): readonly Span[] {
    const spans = this.#week[weekday(moment)]!;
    return spans.length > 0 && !this.#isClosed(moment) ? spans : [];
  }

  #isClosed(moment: number): boolean {
    if (this.#closeTimes.length === 0) return false;
    const day = dayText(moment);
    return this.#closeTimes.some(({ begin, end, isPerpetual }) =>
      isPerpetual ? begin.slice(5) <= day.slice(5) && day.slice(5) <= end.slice(5) : begin <= day && day <= end,
    );
  }

  #closing(day: number): number {
    return Math.max(...this.#openSpans(day).map(({ end }) => end));
  }

  /** Where the first working day begins, from the day of a moment on. */
  #workingDayFrom(moment: number): number | undefined {
    const first = dayStart(moment);
    for (let day = first; day < first + HORIZON * DAY; day += DAY) {
      if (this.isWorkingDay(day)) return day;
    }
    return undefined;
  }

  #daysLater(start: number, days: number): number {
    let day = start;
    for (let left = days; left > 0; left--) {
      const next = this.#workingDayFrom(day + DAY);
      if (next === undefined) return day;
      day = next;
    }
    return day;
  }

  #goOn(from: number, seconds: number): number | undefined {
    let left = seconds;
    let lastOpen = dayStart(from);
    for (let day = lastOpen; day - lastOpen < HORIZON * DAY; day += DAY) {
      for (const span of this.#openSpans(day)) {
        const begin = Math.max(day + span.begin, from);
        const length = Math.max(0, day + span.end - begin);
        if (length > left) return begin + left;
        left -= length;
        lastOpen = day;
      }
    }
    return undefined;
  }

  #goBack(from: number, seconds: number): number | undefined {
    let left = seconds;
    let lastOpen = dayStart(from);
    for (let day = lastOpen; lastOpen - day < HORIZON * DAY; day -= DAY) {
      for (const span of this.#openSpans(day).toReversed()) {
        const end = Math.min(day + span.end, from);
        const length = Math.max(0, end - (day + span.begin));
        if (length >= left) return end - left;
        left -= length;
        lastOpen = day;
      }
    }
    return undefined;
  }
}
