import { describe, expect, it } from 'vitest';
import { fillCaptured, conditions as is, meets } from '../../src/rules/condition.ts';

describe('conditions of rules (rules 3.2)', () => {
  it.each([
    [is.is, 'Normal', 'normal', true],
    [is.is, '1', '1.0', true],
    [is.is, '', 'x', false],
    [is.isNot, 'a', 'b', true],
    [is.contains, 'pavel@partner.test', '@PARTNER', true],
    [is.contains, '', 'x', false],
    [is.contains, 'x', '', false],
    [is.notContains, '', 'x', true],
    [is.notContains, 'xyz', 'y', false],
    [is.begins, 'École', 'éc', true],
    [is.ends, 'abc', ' C ', true],
    [is.ends, '', '', false],
    [is.exists, '0', '', false],
    [is.exists, 'a', '', true],
    [is.notExists, '', '', true],
    [is.is, 'anything', '*', true],
    [99, 'a', 'a', false],
  ])('%i: %s, %s', (condition, value, pattern, met) => {
    expect(meets(condition, value, pattern).met).toBe(met);
  });

  it('catches what stands in the parentheses of every match (3.3)', () => {
    expect(meets(is.matches, 'a1 B2', '/([a-z])(\\d)/')).toEqual({ met: true, captured: ['a', '1', 'B', '2'] });
    expect(meets(is.notMatches, 'a1', '#x#').met).toBe(true);
    expect(fillCaptured('#1-#0-#7.', ['x', 'y'])).toBe('y-x-.');
    expect(fillCaptured('#1', [])).toBe('#1');
  });

  it('takes an expression that is none for one that does not match', () => {
    for (const pattern of ['abc', '/(/', '', '/', 'x(y)x']) expect(meets(is.matches, 'abc(', pattern).met).toBe(false);
  });

  it('wants one of several values, or all of them for its opposites', () => {
    expect(meets(is.is, ['1', '2'], '2').met).toBe(true);
    expect(meets(is.isNot, ['1', '2'], '2').met).toBe(false);
    expect(meets(is.isNot, ['1', '3'], '2').met).toBe(true);
    expect(meets(is.contains, [], 'x').met).toBe(false);
  });
});
