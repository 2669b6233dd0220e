import { describe, expect, it } from 'vitest';
import { PhpArray, sizeOf, toPlain, valueAt } from '../../src/http/php-array.ts';
import { phpJson } from '../../src/http/php-json.ts';
import { isNumericPhp, phpIntval, phpTrim, truthy } from '../../src/http/php-values.ts';

describe('PHP values', () => {
  it('knows what is true', () => {
    for (const value of ['', '0', 0, -0, false, null, undefined, [], new PhpArray()]) expect(truthy(value)).toBe(false);
    for (const value of ['00', '0.0', ' ', 'false', 1, true, {}, [0], PhpArray.of([['a', null]])]) {
      expect(truthy(value)).toBe(true);
    }
  });

  it('knows what is numeric', () => {
    for (const text of ['1', '-1', '+1', '01', '1.7', '.5', '5.', '1e0', '1E-3', ' 1', '1 ', '\n1\t']) {
      expect(isNumericPhp(text), text).toBe(true);
    }
    for (const value of ['', ' ', '.', 'e1', '1e', '0x1', '1abc', '1 2', '1_0', '--1', 'Infinity', null, true, []]) {
      expect(isNumericPhp(value), String(value)).toBe(false);
    }
  });

  it('takes integers out of texts', () => {
    const expected: [unknown, number][] = [
      ['12abc', 12],
      [' 7', 7],
      ['1.9', 1],
      ['-1.9', -1],
      ['1e3', 1000],
      ['abc', 0],
      ['', 0],
      ['0x1A', 0],
      ['99999999999999999999', Number.MAX_SAFE_INTEGER],
      [1.9, 1],
      [Number.NaN, 0],
      [true, 1],
      [null, 0],
      [[], 0],
      [['x'], 1],
    ];
    for (const [value, integer] of expected) expect(phpIntval(value), String(value)).toBe(integer);
  });

  it('trims in time that grows with the text only', () => {
    expect(phpTrim(' \t\n\r\0\v a b \v')).toBe('a b');
    expect(phpTrim(`x${' '.repeat(1_000_000)}x`)).toHaveLength(1_000_002);
  });

  it('reads entries of arrays and objects alike', () => {
    for (const container of [PhpArray.of([['0', 'a']]), ['a'], { 0: 'a' }]) {
      expect(valueAt(container, 0)).toBe('a');
      expect(valueAt(container, 'constructor')).toBeUndefined();
      expect(sizeOf(container)).toBe(1);
    }
    expect(valueAt('text', 'length')).toBeUndefined();
    expect(sizeOf('text')).toBe(0);
  });

  it('makes plain values without touching prototypes', () => {
    const inner = PhpArray.of([['polluted', '1']]);
    const plain = toPlain(
      PhpArray.of([
        ['__proto__', inner],
        [
          'list',
          PhpArray.of([
            ['0', 'a'],
            ['1', 'b'],
          ]),
        ],
      ]),
    );
    expect(plain).toEqual({ list: ['a', 'b'] });
    expect((plain as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('phpJson (http H5.2)', () => {
  it.each<[unknown, string]>([
    ['é/😀"\\\n', '"é/😀\\"\\\\\\n"'],
    ['\u2028\u0001', '"\\u2028\\u0001"'],
    [true, 'true'],
    [null, 'null'],
    [12n, '12'],
    [0.5, '0.5'],
    [Number.NaN, '0'],
    [[], '[]'],
    [{}, '[]'],
    [new Map(), '[]'],
    [new PhpArray(), '[]'],
    [{ 0: 'a', 1: 'b' }, '["a","b"]'],
    [{ 1: 'a', 2: 'b' }, '{"1":"a","2":"b"}'],
    [
      new Map([
        ['80', 1],
        ['1', 2],
      ]),
      '{"80":1,"1":2}',
    ],
    [new Map([[0, {}]]), '[[]]'],
    [
      PhpArray.of([
        ['0', 'a'],
        ['1', 'b'],
      ]),
      '["a","b"]',
    ],
    [
      PhpArray.of([
        ['1', 'a'],
        ['0', 'b'],
      ]),
      '{"1":"a","0":"b"}',
    ],
    [{ a: undefined, b: 1 }, '{"b":1}'],
    [[undefined], '[null]'],
    [{ id: 1, entries: 'x' }, '{"id":1,"entries":"x"}'],
  ])('%o is %s', (value, json) => {
    expect(phpJson(value)).toBe(json);
  });
});
