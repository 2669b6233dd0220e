/** Moments and what the clocks of a time zone show at them, over changes of the clock too (sessions S14). */
import { momentIn } from '../text/moment.ts';
import { DAY, wallSeconds, wallText } from './wall-time.ts';

/** The clock on the wall somewhere. Moments are seconds since 1970; what it shows is seconds as in `wall-time.ts`. */
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
    clock = clockShowing((moment) => wallSeconds(momentIn(zone, new Date(moment * 1000)).sql)!);
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
