import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { dateCondition, isDayOnly, resolveDate } from '../../src/search/dates.ts';
import { written } from './written.ts';

describe('relative dates (search 14.1)', () => {
  const now = '2026-03-31 13:07:45';
  it.each([
    ['NOW', 'datetime', '2026-03-31 13:07:45'],
    ['NOW', 'date', '2026-03-31'],
    ['TODAY', 'datetime', '2026-03-31'],
    ['BEGINYEAR', 'datetime', '2026-01-01'],
    ['BEGINMONTH', 'date', '2026-03-01'],
    ['BEGIN-1MONTH', 'date', '2026-03-01'],
    ['ENDYEAR', 'datetime', '2026-12-31 00:00:00'],
    ['ENDMONTH', 'date', '2026-03-31'],
    ['LASTMONDAY', 'datetime', '2026-03-30'],
    ['LASTTUESDAY', 'date', '2026-03-24'],
    ['LASTFOOLSDAY', 'date', '1970-01-01'],
    ['-1MONTH', 'date', '2026-03-03'],
    ['-1DAY', 'datetime', '2026-03-30'],
    ['2WEEK', 'datetime', '2026-04-14 13:07:00'],
    ['-1YEAR', 'datetime', '2025-03-31 13:07:00'],
    ['-30MINUTE', 'date', '2026-03-31 12:37:00'],
    ['+1DAY', 'date', '+1DAY'],
    ['-1QUARTER', 'date', '-1QUARTER'],
    ['2026-02-30', 'date', '2026-02-30'],
  ])('%s of a %s is %s', (value, datatype, resolved) => {
    expect(resolveDate(value, isDayOnly(datatype, value), now)).toBe(resolved);
  });
});

describe('criteria on dates (search 14.2)', () => {
  const condition = (
    datatype: 'date' | 'datetime' | 'date_delay',
    searchtype: string,
    value: string,
    negated = false,
  ) => {
    const made = dateCondition({ x: sql.ref('t.x'), datatype, searchtype, value, negated, unit: 'MONTH' });
    return made && written(made);
  };

  it('a moment equals a whole day, and the rest of a minute', () => {
    expect(condition('datetime', 'equals', '2026-11-23')).toEqual({
      sql: '`t`.`x` LIKE ?',
      parameters: ['2026-11-23%'],
    });
    expect(condition('datetime', 'equals', '2026-11-23 10:00:00')?.parameters).toEqual(['2026-11-23 10:00%']);
    expect(condition('datetime', 'notequals', '2026-11-23')?.sql).toBe('(`t`.`x` NOT LIKE ? OR `t`.`x` IS NULL)');
  });

  it('a day equals itself; rows without one are neither equal nor different', () => {
    expect(condition('date', 'equals', '2026-11-23')?.sql).toBe('`t`.`x` = ?');
    expect(condition('date', 'notequals', '2026-11-23')?.sql).toBe('`t`.`x` <> ?');
    expect(condition('date', 'notequals', '2026-11-23', true)?.sql).toBe('`t`.`x` = ?');
  });

  it('numbers count months from now', () => {
    expect(condition('date', 'morethan', '-3')?.sql).toBe('`t`.`x` > ADDDATE(NOW(), INTERVAL ? MONTH)');
    expect(condition('date', 'lessthan', '0', true)?.sql).toBe('`t`.`x` > ADDDATE(NOW(), INTERVAL ? MONTH)');
    expect(condition('date_delay', 'notcontains', '>-2', true)?.sql).toBe('`t`.`x` > ADDDATE(NOW(), INTERVAL ? MONTH)');
  });

  it('days may be written the other way round', () => {
    expect(condition('date', 'morethan', '23/11/2026')?.parameters).toEqual(['2026-11-23']);
    expect(condition('date', 'contains', '23-11-2026')?.parameters).toEqual(['%2026-11-23%']);
    expect(condition('date', 'morethan', '2026-11-23', true)?.sql).toBe('NOT (`t`.`x` > ?)');
  });

  it('what is no date makes no criterion', () => {
    expect(condition('date', 'morethan', 'abc')).toBeUndefined();
    expect(condition('datetime', 'lessthan', '-1QUARTER')).toBeUndefined();
  });

  it('texts are looked for in the written date', () => {
    expect(condition('datetime', 'contains', '2026-11')).toEqual({
      sql: 'CONVERT(`t`.`x` USING utf8mb4) LIKE ?',
      parameters: ['%2026-11%'],
    });
    expect(condition('date_delay', 'contains', '2026')?.sql).toBe('`t`.`x` LIKE ?');
  });
});
