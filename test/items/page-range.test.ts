import { describe, expect, it } from 'vitest';
import { answerPage, defaultRange, parseRange } from '../../src/items/read/page-range.ts';

describe('pages (items-read G5)', () => {
  it.each([
    ['0-50', 3, 200, '0-2/3'],
    ['0-1', 3, 206, '0-1/3'],
    ['2-1', 3, 206, '2-1/3'],
    ['3-5', 3, 206, '3-2/3'],
    ['00-01', 3, 206, '00-01/3'],
    ['0-2', 3, 200, '0-2/3'],
    ['0-5', 0, 200, undefined],
    ['0-9223372036854775808999', 3, 200, '0-2/3'],
  ] as const)('range %s of %i rows', (range, total, status, contentRange) => {
    expect(answerPage(parseRange(range), total)).toEqual({ status, contentRange });
  });

  it.each([
    [20, 200, '0-19/20'],
    [21, 200, '0-20/21'],
    [25, 206, '0-20/25'],
  ] as const)('no range, %i rows', (total, status, contentRange) => {
    expect(answerPage(defaultRange(20), total)).toEqual({ status, contentRange });
  });

  it.each(['', 'abc', '1', '-1', '1-', '0 - 2', '0-2-4', '0,2', '-1-2'])('refuses %j', (range) => {
    expect(() => parseRange(range)).toThrow(expect.objectContaining({ errorName: 'ERROR:range' }));
  });

  it('never asks for less than nothing', () => expect(parseRange('5-2').limit).toBe(0));

  it('refuses what starts behind the total', () => {
    expect(() => answerPage(parseRange('4-5'), 3)).toThrow('Provided range exceed total count of data: 3');
    expect(() => answerPage(parseRange('3-5'), 0)).toThrow('Provided range exceed total count of data: 0');
  });
});
