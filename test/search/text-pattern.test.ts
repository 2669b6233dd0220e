import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { likePattern, textCondition } from '../../src/search/text-pattern.ts';
import { written } from './written.ts';

describe('the pattern of a text criterion (search 13.1)', () => {
  it.each([
    ['pc', '%pc%'],
    ['  pc ', '%pc%'],
    ['^pc', 'pc%'],
    ['pc$', '%pc'],
    ['^ pc $', 'pc'],
    ['^', '%'],
    ['50%', '%50%%'],
    ['a_b', '%a\\_b%'],
    ['C:\\temp', '%C:\\\\temp%'],
    ['R & D', '%R &#38; D%'],
    ['R &#38; D', '%R &#38; D%'],
    ['a < b', '%a < b%'],
    ['&lt;b&gt;', '%<b>%'],
    ['a & b < c', '%a &#38; b < c%'],
    ['Null', '%Null%'],
  ])('%j → %j', (value, pattern) => expect(likePattern(value)).toBe(pattern));

  it.each(['NULL', 'null', '', ' ', '^$', '$'])('%j means nothing there', (value) => {
    expect(likePattern(value)).toBeNull();
  });
});

describe('the condition of a text criterion (search 13.2)', () => {
  const x = sql.ref('t.x');
  it.each([
    ['pc', '`t`.`x` LIKE ?', '(`t`.`x` NOT LIKE ? OR `t`.`x` IS NULL)'],
    ['NULL', "(`t`.`x` IS NULL OR `t`.`x` = '')", "(`t`.`x` IS NOT NULL AND `t`.`x` <> '')"],
    ['Null', "(`t`.`x` LIKE ? OR `t`.`x` = '')", "((`t`.`x` NOT LIKE ? AND `t`.`x` <> '') OR `t`.`x` IS NULL)"],
    ['^$', '`t`.`x` IS NULL', '`t`.`x` IS NOT NULL'],
    ['$', '`t`.`x` IS NULL', '1 = 1'],
    ['^', '`t`.`x` LIKE ?', '(`t`.`x` NOT LIKE ? OR `t`.`x` IS NULL)'],
  ])('%j', (value, plain, negated) => {
    expect(written(textCondition(x, value, false)).sql).toBe(plain);
    expect(written(textCondition(x, value, true)).sql).toBe(negated);
  });
});
