import { describe, expect, test } from 'vitest';
import { wallClock } from '../../src/calendars/wall-clock.ts';
import { WorkingCalendar } from '../../src/calendars/working-calendar.ts';
import type { Agreement } from '../../src/service-levels/agreements.ts';
import { dueDate as dueDateBy } from '../../src/service-levels/due-date.ts';

const day = { begin: 8 * 3600, end: 20 * 3600 };
const officeIn = (zone: string): WorkingCalendar =>
  new WorkingCalendar([[], [day], [day], [day], [day], [day], []], [], wallClock(zone));
const office = officeIn('UTC');
const dueDate = dueDateBy.bind(undefined, wallClock('UTC'));
const agreement = (number_time: number, definition_time: string, end_of_working_day = 0): Agreement => ({
  id: 1,
  number_time,
  definition_time,
  end_of_working_day,
  use_ticket_calendar: 0,
  calendars_id: 0,
});
const friday = '2035-06-08 18:00:00';

describe('due dates of agreements (itil 7.3, 7.5)', () => {
  test('round the clock; a month has thirty days', () => {
    expect(dueDate(agreement(3, 'hour'), undefined, friday)).toBe('2035-06-08 21:00:00');
    expect(dueDate(agreement(1, 'month'), undefined, friday)).toBe('2035-07-08 18:00:00');
    expect(dueDate(agreement(20, 'minute'), undefined, friday, 60)).toBe('2035-06-08 18:21:00');
  });

  test('in office hours', () => {
    expect(dueDate(agreement(4, 'hour'), office, friday)).toBe('2035-06-11 10:00:00');
    expect(dueDate(agreement(2, 'day'), office, friday)).toBe('2035-06-12 18:00:00');
    expect(dueDate(agreement(2, 'day', 1), office, friday)).toBe('2035-06-12 20:00:00');
  });

  test('waiting moves the end of a day to the next opening; without waiting it stays', () => {
    expect(dueDate(agreement(2, 'day', 1), office, friday, 3600)).toBe('2035-06-13 09:00:00');
    expect(dueDate(agreement(2, 'day', 1), office, friday, 0)).toBe('2035-06-12 20:00:00');
  });

  test('a level comes before or after the due date', () => {
    expect(dueDate(agreement(4, 'hour'), office, friday, 0, -3 * 3600)).toBe('2035-06-08 19:00:00');
    expect(dueDate(agreement(4, 'hour'), office, friday, 0, 3600)).toBe('2035-06-11 11:00:00');
  });

  test.each(['minute', 'hour', 'day', 'month'])('a delay of a huge number of %ss ends somewhere, at once', (unit) => {
    const started = performance.now();
    for (const calendar of [undefined, office]) {
      for (const endOfDay of [0, 1]) {
        expect(dueDate(agreement(2 ** 31 - 1, unit, endOfDay), calendar, friday)).toMatch(/^\d{4}-\d\d-\d\d /);
        expect(dueDate(agreement(-(2 ** 31), unit, endOfDay), calendar, friday)).toMatch(/^\d{4}-\d\d-\d\d /);
      }
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('nothing from what is no moment', () => {
    expect(dueDate(agreement(4, 'hour'), office, '')).toBeUndefined();
  });
});

describe('when the clock is put (sessions S14)', () => {
  const paris = wallClock('Europe/Paris');
  const office = officeIn('Europe/Paris');
  // 2035-03-25 and 2035-10-28 are the Sundays on which clocks are put in Paris.

  test.each([
    ['forward', '2035-03-24 20:00:00', '2035-03-25 21:00:00'],
    ['back', '2035-10-27 20:00:00', '2035-10-28 19:00:00'],
  ])('a day round the clock has 24 hours: %s', (_, from, due) => {
    expect(dueDateBy(paris, agreement(1, 'day'), undefined, from)).toBe(due);
  });

  test.each([
    ['2035-03-23 18:00:00', '2035-03-26 10:00:00'],
    ['2035-10-26 18:00:00', '2035-10-29 10:00:00'],
  ])('hours are those of the office: %s', (from, due) => {
    expect(dueDateBy(paris, agreement(4, 'hour'), office, from)).toBe(due);
  });

  test.each([
    ['2035-03-23 17:00:00', '2035-03-27 18:00:00'],
    ['2035-10-26 17:00:00', '2035-10-30 16:00:00'],
  ])('a day is 86,400 seconds, whatever the office: %s', (from, due) => {
    expect(dueDateBy(paris, agreement(2, 'day'), office, from)).toBe(due);
    expect(dueDateBy(paris, agreement(2, 'day', 1), office, from)).toBe(`${due.slice(0, 10)} 20:00:00`);
  });

  test('D36: a delay that would end where the clock is put forward ends an hour later on the clock', () => {
    const always = new WorkingCalendar(
      Array.from({ length: 7 }, () => [{ begin: 0, end: 86_400 }]),
      [],
      paris,
    );
    expect(dueDateBy(paris, agreement(4, 'hour'), always, '2035-03-24 22:30:00')).toBe('2035-03-25 03:30:00');
  });
});
