import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, dayStart, wallSeconds, wallText } from '../../src/calendars/wall-time.ts';
import { type CloseTime, type Span, WorkingCalendar } from '../../src/calendars/working-calendar.ts';

const HOUR = 3600;
const eightToEight: Span = { begin: 8 * HOUR, end: 20 * HOUR };
const weekdays = (span: Span): Span[][] => [[], [span], [span], [span], [span], [span], []];
const office = new WorkingCalendar(weekdays(eightToEight));
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
    new WorkingCalendar(weekdays(eightToEight), [{ begin, end, isPerpetual }]);

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
const calendars = fc
  .tuple(fc.array(spans, { minLength: 7, maxLength: 7 }), fc.array(closeTime, { maxLength: 2 }))
  .map(([week, closeTimes]) => new WorkingCalendar(week, closeTimes))
  .filter((calendar) => calendar.hasOpenHours);
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

test('moments are read as rows write them', () => {
  expect(wallText(at('2035-06-08 18:00:00'))).toBe('2035-06-08 18:00:00');
  expect(wallSeconds('2035-06-08')).toBe(dayStart(at('2035-06-08 18:00:00')));
  expect(wallSeconds('soon')).toBeUndefined();
});
