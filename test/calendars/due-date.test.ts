import { describe, expect, test } from 'vitest';
import { WorkingCalendar } from '../../src/calendars/working-calendar.ts';
import type { Agreement } from '../../src/service-levels/agreements.ts';
import { dueDate } from '../../src/service-levels/due-date.ts';

const day = { begin: 8 * 3600, end: 20 * 3600 };
const office = new WorkingCalendar([[], [day], [day], [day], [day], [day], []]);
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

  test('nothing from what is no moment', () => {
    expect(dueDate(agreement(4, 'hour'), office, '')).toBeUndefined();
  });
});
