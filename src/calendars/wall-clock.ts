/** Moments and what the clocks of a time zone show at them, over changes of the clock too (sessions S14). */
import { momentIn } from '../text/moment.ts';
import { DAY, wallSeconds, wallText } from './wall-time.ts';

/** Rows have no moments before these, and none behind. */
const FIRST = Date.UTC(1000, 0, 2) / 1000;
const LAST = Date.UTC(9999, 11, 30) / 1000;

/**
 * The clock on the wall somewhere. Moments are seconds since 1970; what it shows is seconds as in `wall-time.ts`. It
 * stands still where rows have no moments: before the year 1000 and behind 9999.
 */
export interface WallClock {
  shown(moment: number): number;
  /**
   * When it shows that: of two moments the first. Where the clock is put forward, the time in between is never shown;
   * it stands for the moment that it would have been on the clock as it was before.
   */
  momentOf(shown: number): number;
  /** A moment as rows keep it; undefined when the text is none. */
  read(text: string): number | undefined;
  /** A moment as rows keep it. */
  write(moment: number): string;
}

const clocks = new Map<string | null, WallClock>();

/** @param zone of a session; null for the machine's own */
export function wallClock(zone: string | null): WallClock {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = clockShowing((moment) => {
      const within = Math.min(Math.max(moment, FIRST), LAST);
      return wallSeconds(momentIn(zone, new Date(within * 1000)).sql)!;
    });
    clocks.set(zone, clock);
  }
  return clock;
}

function clockShowing(shown: (moment: number) => number): WallClock {
  const momentOf = (wall: number): number => {
    // No zone is further than a day from UTC, and none puts its clock twice within some days.
    const before = wall - aheadAt(wall - DAY);
    const after = wall - aheadAt(wall + DAY);
    return shown(before) !== wall && shown(after) === wall ? after : before;
  };
  const aheadAt = (moment: number): number => shown(moment) - moment;
  return {
    shown,
    momentOf,
    read: (text) => {
      const wall = wallSeconds(text);
      return wall === undefined ? undefined : momentOf(wall);
    },
    write: (moment) => wallText(shown(moment)),
  };
}
