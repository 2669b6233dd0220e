/** When work is done: open hours of each weekday, less the days that are closed (itil 7.3, 7.4). */
import type { WallClock } from './wall-clock.ts';
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

/** A day on which somebody works, and when: the moment that led to it, and where it begins on the wall. */
interface WorkingDay {
  readonly moment: number;
  readonly start: number;
  readonly spans: readonly Span[];
}

/** The longest search for an open hour, in days: some ten years. */
const HORIZON = 3700;

/** GLPI keeps no later due date (TIMESTAMP of MariaDB), so none is looked for. */
const LAST = 2 ** 32;

/**
 * Moments are seconds since 1970. Hours are those that the clock shows, so that a day of 9 to 17 has eight of them even
 * when the clock is put forward. Days are looked at every 86,400 seconds from where counting starts, as GLPI does:
 * after a change of the clock the time of day is another one.
 */
export class WorkingCalendar {
  readonly #week: readonly (readonly Span[])[];
  readonly #closeTimes: readonly CloseTime[];
  readonly #clock: WallClock;

  /** @param week open spans by weekday, 0 is Sunday; they don't overlap */
  constructor(week: readonly (readonly Span[])[], closeTimes: readonly CloseTime[], clock: WallClock) {
    this.#week = Array.from({ length: 7 }, (_, day) =>
      (week[day] ?? []).filter(({ begin, end }) => end > begin).toSorted((a, b) => a.begin - b.begin),
    );
    this.#closeTimes = closeTimes;
    this.#clock = clock;
  }

  /** Whether any hour of the week is open at all. */
  get hasOpenHours(): boolean {
    return this.#week.some((spans) => spans.length > 0);
  }

  /** Whether there are open hours on the day of a moment. */
  isWorkingDay(moment: number): boolean {
    return this.#openSpans(this.#clock.shown(moment)).length > 0;
  }

  /** Whether a moment is in open hours, both ends of a span included. */
  isWorkingHour(moment: number): boolean {
    const shown = this.#clock.shown(moment);
    const second = secondOfDay(shown);
    return this.#openSpans(shown).some(({ begin, end }) => begin <= second && second <= end);
  }

  /** Open seconds between two moments; 0 when the second isn't later. */
  activeSeconds(from: number, to: number): number {
    if (to <= from) return 0;
    const [first, last] = [this.#clock.shown(from), this.#clock.shown(to)];
    const endOfLast = this.#clock.momentOf(dayStart(last) + DAY - 1);
    let total = 0;
    for (let moment = from; moment <= endOfLast; moment += DAY) {
      const day = dayStart(this.#clock.shown(moment));
      const earliest = day === dayStart(first) ? first : day;
      const latest = day === dayStart(last) ? last : day + DAY;
      for (const { begin, end } of this.#openSpans(day)) {
        total += Math.max(0, Math.min(day + end, latest) - Math.max(day + begin, earliest));
      }
    }
    return total;
  }

  /**
   * The moment at which `seconds` of open time have gone by; one that falls on a span's end is carried to the next
   * opening. Negative seconds go back. Without an open hour within ten years: as if it were always open.
   */
  addOpenTime(from: number, seconds: number): number {
    const shown = seconds < 0 ? this.#goBack(from, -seconds) : this.#goOn(from, seconds);
    return shown === undefined ? from + seconds : this.#clock.momentOf(shown);
  }

  /**
   * The same time of day `days` working days later; from a day off, counting starts at the first working day's opening.
   * A time after the last day's closing becomes that closing.
   */
  addWorkingDays(from: number, days: number): number {
    const first = this.#workingDayFrom(from);
    if (!first) return from + days * DAY;
    const start = first.moment === from ? from : this.#clock.momentOf(first.start + first.spans[0]!.begin);
    const last = this.#daysLater({ ...first, moment: start }, days);
    const closing = closingOf(last);
    return this.#clock.shown(last.moment) > closing ? this.#clock.momentOf(closing) : last.moment;
  }

  /** The closing hour of the day that is `days` working days after the first working day from a moment. */
  endOfWorkingDay(from: number, days: number): number {
    const first = this.#workingDayFrom(from);
    if (!first) return from + days * DAY;
    return this.#clock.momentOf(closingOf(this.#daysLater(first, days)));
  }

  #openSpans(shown: number): readonly Span[] {
    const spans = this.#week[weekday(shown)]!;
    return spans.length > 0 && !this.#isClosed(shown) ? spans : [];
  }

  #isClosed(shown: number): boolean {
    if (this.#closeTimes.length === 0) return false;
    const day = dayText(shown);
    return this.#closeTimes.some(({ begin, end, isPerpetual }) =>
      isPerpetual ? begin.slice(5) <= day.slice(5) && day.slice(5) <= end.slice(5) : begin <= day && day <= end,
    );
  }

  /** The first working day, from the day of a moment on. */
  #workingDayFrom(from: number): WorkingDay | undefined {
    for (let moment = from; moment < from + HORIZON * DAY; moment += DAY) {
      const start = dayStart(this.#clock.shown(moment));
      const spans = this.#openSpans(start);
      if (spans.length > 0) return { moment, start, spans };
    }
    return undefined;
  }

  #daysLater(first: WorkingDay, days: number): WorkingDay {
    let day = first;
    for (let left = days; left > 0; left--) {
      const next = this.#workingDayFrom(day.moment + DAY);
      if (!next || next.moment > LAST) return day;
      day = next;
    }
    return day;
  }

  /** What the clock shows when that many open seconds have gone by. */
  #goOn(from: number, seconds: number): number | undefined {
    const first = this.#clock.shown(from);
    let left = seconds;
    let lastOpen = from;
    for (let moment = from; moment - lastOpen < HORIZON * DAY && moment < LAST; moment += DAY) {
      const day = dayStart(this.#clock.shown(moment));
      for (const span of this.#openSpans(day)) {
        const begin = day === dayStart(first) ? Math.max(day + span.begin, first) : day + span.begin;
        const length = Math.max(0, day + span.end - begin);
        if (length > left) return begin + left;
        left -= length;
        lastOpen = moment;
      }
    }
    return undefined;
  }

  #goBack(from: number, seconds: number): number | undefined {
    const first = this.#clock.shown(from);
    let left = seconds;
    let lastOpen = from;
    for (let moment = from; lastOpen - moment < HORIZON * DAY && moment > -LAST; moment -= DAY) {
      const day = dayStart(this.#clock.shown(moment));
      for (const span of this.#openSpans(day).toReversed()) {
        const end = day === dayStart(first) ? Math.min(day + span.end, first) : day + span.end;
        const length = Math.max(0, end - (day + span.begin));
        if (length >= left) return end - left;
        left -= length;
        lastOpen = moment;
      }
    }
    return undefined;
  }
}

/** Where a day's work ends on the wall. */
const closingOf = ({ start, spans }: WorkingDay): number => start + Math.max(...spans.map(({ end }) => end));
