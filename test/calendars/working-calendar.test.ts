import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type WallClock, wallClock } from '../../src/calendars/wall-clock.ts';
import { DAY, dayStart, wallSeconds, wallText } from '../../src/calendars/wall-time.ts';
import { type CloseTime, type Span, WorkingCalendar } from '../../src/calendars/working-calendar.ts';

const HOUR = 3600;
const eightToEight: Span = { begin: 8 * HOUR, end: 20 * HOUR };
const weekdays = (span: Span): Span[][] => [[], [span], [span], [span], [span], [span], []];
const utc = wallClock('UTC');
const office = new WorkingCalendar(weekdays(eightToEight), [], utc);
const at = (text: string): number => wallSeconds(text)!;
// 2035-06-08 is a Friday.

describe('delays in open hours (itil 7.3)', () => {
  test.each([
    ['2035-06-08 18:00:00', 4, '2035-06-11 10:00:00'],
    ['2035-06-08 18:00:00', 2, '2035-06-11 08:00:00'],
    ['2035-06-04 17:59:59', 2, '2035-06-04 19:59:59'],
    ['2035-06-04 20:00:00', 2, '2035-06-05 10:00:00'],
    ['2035-06-09 12:00:00', 4, '2035-06-11 12:00:00'],
    ['2035-06-04 03:00:00', 4, '2035-06-04 12:00:00'],
  ])('from %s, %d hours: %s', (from, hours, due) => {
    expect(wallText(office.addOpenTime(at(from), hours * HOUR))).toBe(due);
  });

  test('back from Monday morning over the weekend', () => {
    expect(wallText(office.addOpenTime(at('2035-06-11 09:00:00'), -2 * HOUR))).toBe('2035-06-08 19:00:00');
  });
});

describe('delays in working days (itil 7.3)', () => {
  test.each([
    ['2035-06-08 18:00:00', 2, '2035-06-12 18:00:00'],
    ['2035-06-09 12:00:00', 2, '2035-06-13 08:00:00'],
    ['2035-06-04 21:00:00', 2, '2035-06-06 20:00:00'],
  ])('from %s, %d days: %s', (from, days, due) => {
    expect(wallText(office.addWorkingDays(at(from), days))).toBe(due);
  });

  test.each([
    ['2035-06-08 18:00:00', 2, '2035-06-12 20:00:00'],
    ['2035-06-06 05:00:00', 2, '2035-06-08 20:00:00'],
  ])('from %s, until the end of the day %d days later: %s', (from, days, due) => {
    expect(wallText(office.endOfWorkingDay(at(from), days))).toBe(due);
  });
});

describe('close times (itil 7.4)', () => {
  const closed = (begin: string, end: string, isPerpetual = false) =>
    new WorkingCalendar(weekdays(eightToEight), [{ begin, end, isPerpetual }], utc);

  test.each([
    ['a day', closed('2035-06-12', '2035-06-12'), '2035-06-13 10:00:00'],
    ['each year from an earlier one', closed('2020-06-12', '2020-06-12', true), '2035-06-13 10:00:00'],
    ['an earlier year only', closed('2020-06-12', '2020-06-12'), '2035-06-12 10:00:00'],
    ['each year, over New Year', closed('2034-12-30', '2035-06-30', true), '2035-06-12 10:00:00'],
  ])('%s', (_, calendar, due) => {
    expect(wallText(calendar.addOpenTime(at('2035-06-11 18:00:00'), 4 * HOUR))).toBe(due);
  });

  test('a calendar that never opens again counts round the clock', () => {
    const never = closed('2020-01-01', '2020-12-31', true);
    const from = at('2035-06-08 18:00:00');
    expect(never.addOpenTime(from, HOUR)).toBe(from + HOUR);
    expect(never.addWorkingDays(from, 2)).toBe(from + 2 * DAY);
  });
});

const spans = fc
  .uniqueArray(fc.integer({ min: 0, max: DAY }), { minLength: 0, maxLength: 6 })
  .map((bounds) => bounds.toSorted((a, b) => a - b))
  .map((bounds) =>
    Array.from({ length: Math.floor(bounds.length / 2) }, (_, i) => ({
      begin: bounds[2 * i]!,
      end: bounds[2 * i + 1]!,
    })),
  );
const day = fc.integer({ min: 0, max: 60 }).map((offset) => wallText(at('2035-05-20') + offset * DAY).slice(0, 10));
const closeTime: fc.Arbitrary<CloseTime> = fc.tuple(day, day, fc.boolean()).map(([a, b, isPerpetual]) => {
  const [begin = a, end = b] = [a, b].sort();
  return { begin, end, isPerpetual };
});
const calendarsBy = (clock: WallClock) =>
  fc
    .tuple(fc.array(spans, { minLength: 7, maxLength: 7 }), fc.array(closeTime, { maxLength: 2 }))
    .map(([week, closeTimes]) => new WorkingCalendar(week, closeTimes, clock))
    .filter((calendar) => calendar.hasOpenHours);
const calendars = calendarsBy(utc);
const moments = fc.integer({ min: at('2035-05-15'), max: at('2035-08-15') });
const delays = fc.integer({ min: 0, max: 20 * DAY });

describe('properties', () => {
  test('between a moment and the moment after a delay lies just that delay of open time', () => {
    fc.assert(
      fc.property(calendars, moments, delays, (calendar, from, seconds) => {
        expect(calendar.activeSeconds(from, calendar.addOpenTime(from, seconds))).toBe(seconds);
      }),
    );
  });

  test('the same going back', () => {
    fc.assert(
      fc.property(calendars, moments, delays, (calendar, from, seconds) => {
        expect(calendar.activeSeconds(calendar.addOpenTime(from, -seconds), from)).toBe(seconds);
      }),
    );
  });

  test('delays add up', () => {
    fc.assert(
      fc.property(calendars, moments, delays, delays, (calendar, from, first, second) => {
        expect(calendar.addOpenTime(calendar.addOpenTime(from, first), second)).toBe(
          calendar.addOpenTime(from, first + second),
        );
      }),
    );
  });

  test('open time adds up over any moment between', () => {
    fc.assert(
      fc.property(calendars, moments, moments, moments, (calendar, ...three) => {
        const [a, b, c] = three.toSorted((x, y) => x - y) as [number, number, number];
        expect(calendar.activeSeconds(a, b) + calendar.activeSeconds(b, c)).toBe(calendar.activeSeconds(a, c));
      }),
    );
  });

  test('a later moment is never due earlier, and every delay ends in open hours', () => {
    fc.assert(
      fc.property(calendars, moments, moments, delays, (calendar, a, b, seconds) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(calendar.addOpenTime(early, seconds)).toBeLessThanOrEqual(calendar.addOpenTime(late, seconds));
        expect(calendar.isWorkingHour(calendar.addOpenTime(early, seconds))).toBe(true);
      }),
    );
  });

  test('working days end on a working day, not before the start', () => {
    fc.assert(
      fc.property(calendars, moments, fc.integer({ min: 0, max: 30 }), (calendar, from, days) => {
        const due = calendar.addWorkingDays(from, days);
        expect(due).toBeGreaterThanOrEqual(dayStart(from));
        // A day that is open to its end closes with the first second of the next.
        expect(calendar.isWorkingDay(due) || calendar.isWorkingDay(due - 1)).toBe(true);
        expect(due).toBeLessThanOrEqual(calendar.endOfWorkingDay(from, days));
      }),
    );
  });
});

describe('clocks of zones (sessions S14)', () => {
  // In these, clocks are put within the two months of the moments; Lord Howe's by half an hour.
  const zones = fc.constantFrom('Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago');
  const spring = fc.integer({ min: at('2035-02-15'), max: at('2035-05-15') });
  /** Far enough from midnight and from where clocks are put. */
  const officeHours = fc
    .tuple(fc.integer({ min: 5 * HOUR, max: 12 * HOUR }), fc.integer({ min: 13 * HOUR, max: 22 * HOUR }))
    .map(([begin, end]): Span => ({ begin, end }));

  test('what a clock shows is shown at that moment, and the clock goes on', () => {
    fc.assert(
      fc.property(zones, spring, (zone, shown) => {
        const clock = wallClock(zone);
        const moment = clock.momentOf(shown);
        const seen = clock.shown(moment);
        // Only where it is put forward it shows something else, up to an hour later.
        expect(seen - shown).toBeGreaterThanOrEqual(0);
        expect(seen - shown).toBeLessThanOrEqual(HOUR);
        if (seen !== shown) expect(clock.shown(moment - (seen - shown))).not.toBe(shown);
        expect(clock.read(clock.write(moment))).toBe(moment);
      }),
    );
  });

  test('of two moments at which a clock shows the same it is the first', () => {
    const clock = wallClock('Europe/Paris');
    const first = Date.UTC(2035, 9, 28, 0, 30) / 1000;
    expect(clock.write(first)).toBe('2035-10-28 02:30:00');
    expect(clock.write(first + HOUR)).toBe('2035-10-28 02:30:00');
    expect(clock.read('2035-10-28 02:30:00')).toBe(first);
  });

  test('between a moment and the moment after a delay lies that delay, of the hours on the wall', () => {
    fc.assert(
      fc.property(zones, officeHours, spring, delays, (zone, span, wall, seconds) => {
        const clock = wallClock(zone);
        const calendar = new WorkingCalendar(weekdays(span), [], clock);
        // Days are looked at by the time of day of the start: noon is on each of them.
        const from = clock.momentOf(dayStart(wall) + 12 * HOUR);
        const due = calendar.addOpenTime(from, seconds);
        expect(calendar.isWorkingHour(due)).toBe(true);
        expect(calendar.activeSeconds(from, due)).toBe(seconds);
        const same = new WorkingCalendar(weekdays(span), [], utc);
        expect(clock.shown(due)).toBe(same.addOpenTime(clock.shown(from), seconds));
        expect(calendar.activeSeconds(calendar.addOpenTime(from, -seconds), from)).toBe(seconds);
      }),
    );
  });

  test('while no clock is put, a zone counts as any other', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Europe/Paris', 'America/New_York', 'Asia/Kolkata').map(wallClock),
        fc.tuple(fc.array(spans, { minLength: 7, maxLength: 7 }), fc.array(closeTime, { maxLength: 2 })),
        fc.integer({ min: at('2035-05-15'), max: at('2035-06-15') }),
        fc.integer({ min: 0, max: 5 * DAY }),
        (clock, [week, closeTimes], wall, seconds) => {
          fc.pre(week.every((day) => day.length > 0));
          const [here, there] = [clock, utc].map((one) => new WorkingCalendar(week, closeTimes, one)) as [
            WorkingCalendar,
            WorkingCalendar,
          ];
          const from = clock.momentOf(wall);
          expect(clock.shown(here.addOpenTime(from, seconds))).toBe(there.addOpenTime(wall, seconds));
          expect(clock.shown(here.addOpenTime(from, -seconds))).toBe(there.addOpenTime(wall, -seconds));
          const days = Math.floor(seconds / DAY);
          expect(clock.shown(here.addWorkingDays(from, days))).toBe(there.addWorkingDays(wall, days));
          expect(clock.shown(here.endOfWorkingDay(from, days))).toBe(there.endOfWorkingDay(wall, days));
          expect(here.activeSeconds(from, from + seconds)).toBe(there.activeSeconds(wall, wall + seconds));
        },
      ),
    );
  });
});

test('moments are read as rows write them', () => {
  expect(wallText(at('2035-06-08 18:00:00'))).toBe('2035-06-08 18:00:00');
  expect(wallSeconds('2035-06-08')).toBe(dayStart(at('2035-06-08 18:00:00')));
  expect(wallSeconds('soon')).toBeUndefined();
});
