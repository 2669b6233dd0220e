import { describe, expect, it } from 'vitest';
import {
  comparisonOperator,
  decimalPattern,
  inMebibytes,
  numberComparison,
} from '../../src/search/conditions/numbers.ts';
import { written } from './written.ts';

describe('comparisons in the value of a number (search 12.2)', () => {
  it.each([
    ['>1', { less: false, orEqual: false, number: 1 }],
    ['<= -2.5', { less: true, orEqual: true, number: -2.5 }],
    ['&#60;3', { less: true, orEqual: false, number: 3 }],
    ['about >= 4', { less: false, orEqual: true, number: 4 }],
  ])('%j', (value, comparison) => expect(numberComparison(value)).toEqual(comparison));

  it('there is none without a sign', () => expect(numberComparison('12')).toBeUndefined());

  it('NOT turns the sign and leaves the equals sign', () => {
    const comparison = numberComparison('>= 3')!;
    expect(written(comparisonOperator(comparison, true)).sql).toBe('<=');
  });
});

describe('sizes (search 12.5)', () => {
  it.each([
    ['512', '512'],
    ['2 Gio', '2048'],
    ['1.5 TO', '1572864'],
    ['10 mo', '10'],
    ['3 parsecs', '3 parsecs'],
  ])('%j is %j', (value, size) => expect(inMebibytes(value)).toBe(size));
});

describe('decimals that contain (search 12.3)', () => {
  it.each([
    ['123', '123.'],
    ['123.45', '123.4'],
    ['abc', 'abc'],
  ])('%j looks for %j', (value, pattern) => expect(decimalPattern(value)).toBe(pattern));
});
