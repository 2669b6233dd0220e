import { describe, expect, it } from 'vitest';
import { dayOf, dayText, readRepetition, repeatedDays } from '../../src/calendars/repetition.ts';

function days(rule: object, first: string, from: string, to: string): string[] {
  const repetition = readRepetition(JSON.stringify(rule))!;
  return repeatedDays(repetition, dayOf(first)!, dayOf(from)!, dayOf(to)!).map(dayText);
}

describe('events that come again (itil 14)', () => {
  it.each([
    [{ freq: 'daily', interval: 3 }, ['2026-03-02', '2026-03-05', '2026-03-08']],
    [{ freq: 'weekly' }, ['2026-03-02', '2026-03-09']],
    [{ freq: 'weekly', interval: '2', byday: ['MO', 'WE'] }, ['2026-03-02', '2026-03-04']],
    [{ freq: 'daily', until: '2026-03-04 00:00:00', exceptions: ['2026-03-03'] }, ['2026-03-02', '2026-03-04']],
  ])('%j', (rule, expected) => {
    expect(days(rule, '2026-03-02', '2026-02-20', '2026-03-10')).toEqual(expected);
  });

  it('comes on the same day of a month or a year', () => {
    expect(days({ freq: 'monthly' }, '2026-01-31', '2026-02-01', '2026-05-31')).toEqual(['2026-03-31', '2026-05-31']);
    expect(days({ freq: 'yearly' }, '2024-02-29', '2025-01-01', '2028-12-31')).toEqual(['2028-02-29']);
  });

  it.each(['', 'x', '[]', '{"freq":"hourly"}', null])('is no rule: %s', (stored) => {
    expect(readRepetition(stored)).toBeUndefined();
  });
});
