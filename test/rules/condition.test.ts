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
    expect(meets(is.matches, 'a1 B2', '/([a-z])(\\d)/')).toEqual({ met: true, captured: ['a', 'B', '1', '2'] });
    expect(meets(is.notMatches, 'a1', '#x#').met).toBe(true);
    expect(fillCaptured('#1-#0-#7.', ['x', 'y'])).toBe('y-x-.');
    expect(fillCaptured('#1', [])).toBe('#1');
  });

  it('takes an expression that is none for one that does not match', () => {
    for (const pattern of ['abc', '/(/', '', '/', 'x(y)x']) expect(meets(is.matches, 'abc(', pattern).met).toBe(false);
  });
});

describe('networks (rules 3.2)', () => {
  it.each([
    ['10.1.2.3', '10.1.0.0/16', true],
    ['10.2.2.3', '10.1.0.0/16', false],
    ['10.1.2.3', '10.1.2.3', true],
    ['10.1.2.3', '0.0.0.0/0', true],
    ['10.1.2', '10.1.0.0/16', false],
    ['10.1.2.3', '10.1.0.0/40', false],
  ])('%s in %s: %s', (address, network, inside) => {
    expect(meets(is.inNetwork, address, network).met).toBe(inside);
    expect(meets(is.notInNetwork, address, network).met).toBe(!inside);
  });
});
