import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/http/errors.ts';
import { PhpArray, type PhpValue } from '../../src/http/php-array.ts';
import { parsePhpQuery } from '../../src/http/php-query.ts';

const limits = { maxVariables: 1000, maxDepth: 64 };
const parse = (text: string) => parsePhpQuery(text, limits);

/** Keys and values as nested pairs, so that the order shows. */
const pairs = (value: PhpValue): unknown =>
  value instanceof PhpArray ? Array.from(value, ([key, item]) => [key, pairs(item)]) : value;

describe('parsePhpQuery (http H2.1)', () => {
  it.each<[string, string, unknown]>([
    ['nothing', '', []],
    ['one', 'a=1', [['a', '1']]],
    ['no value', 'a', [['a', '']]],
    ['an equals sign in the value', 'a=b=c', [['a', 'b=c']]],
    ['empty pairs', '&&a=1&&', [['a', '1']]],
    ['no name', '=1&a=2', [['a', '2']]],
    ['a semicolon is text', 'a=1;b=2', [['a', '1;b=2']]],
    [
      'twice: the last value in the first place',
      'a=1&b=2&a=3',
      [
        ['a', '3'],
        ['b', '2'],
      ],
    ],
    ['plus and percent', 'a+b=c+d%20e%2B', [['a_b', 'c d e+']]],
    ['a dot in the name', 'a.b=1', [['a_b', '1']]],
    ['blanks before the name', '%20%20a=1', [['a', '1']]],
    ['dots within brackets stay', 'a[b.c d]=1', [['a', [['b.c d', '1']]]]],
    ['encoded brackets', 'a%5Bb%5D=1', [['a', [['b', '1']]]]],
    [
      'nested',
      'a[b][c]=1&a[b][d]=2',
      [
        [
          'a',
          [
            [
              'b',
              [
                ['c', '1'],
                ['d', '2'],
              ],
            ],
          ],
        ],
      ],
    ],
    [
      'appending',
      'a[]=1&a[]=2',
      [
        [
          'a',
          [
            ['0', '1'],
            ['1', '2'],
          ],
        ],
      ],
    ],
    [
      'appending behind a number',
      'a[5]=1&a[]=2',
      [
        [
          'a',
          [
            ['5', '1'],
            ['6', '2'],
          ],
        ],
      ],
    ],
    [
      'appending behind a text',
      'a[x]=1&a[]=2',
      [
        [
          'a',
          [
            ['x', '1'],
            ['0', '2'],
          ],
        ],
      ],
    ],
    [
      'a number with a leading zero is text',
      'a[05]=1&a[]=2',
      [
        [
          'a',
          [
            ['05', '1'],
            ['0', '2'],
          ],
        ],
      ],
    ],
    [
      'a negative number',
      'a[-3]=1&a[]=2',
      [
        [
          'a',
          [
            ['-3', '1'],
            ['0', '2'],
          ],
        ],
      ],
    ],
    [
      'numbers keep their order',
      'a[3]=x&a[0]=y&a[1]=z',
      [
        [
          'a',
          [
            ['3', 'x'],
            ['0', 'y'],
            ['1', 'z'],
          ],
        ],
      ],
    ],
    [
      'appending arrays',
      'a[][x]=1&a[][x]=2',
      [
        [
          'a',
          [
            ['0', [['x', '1']]],
            ['1', [['x', '2']]],
          ],
        ],
      ],
    ],
    ['a blank between brackets', 'a[ ]=1', [['a', [['0', '1']]]]],
    ['an array after a value', 'a=1&a[b]=2', [['a', [['b', '2']]]]],
    ['a value after an array', 'a[b]=2&a=1', [['a', '1']]],
    ['an open bracket', 'a[b=1', [['a_b', '1']]],
    ['an open bracket, more to replace', 'a[b.c[d=1', [['a_b_c_d', '1']]],
    ['an open bracket further on', 'a[b][c=1', [['a', [['b', '1']]]]],
    ['a closing bracket alone', 'a]b=1', [['a]b', '1']]],
    ['text behind brackets', 'a[b]c=1', [['a', [['b', '1']]]]],
    ['text between brackets', 'a[b]c[d]=1', [['a', [['b', '1']]]]],
    ['a bracket first', '[a]=1', []],
    ['brackets within brackets', 'a[b[c]]=1', [['a', [['b[c', '1']]]]],
    ['UTF-8', 'n=%C3%A9%F0%9F%98%80', [['n', 'é😀']]],
    ['bytes as they are', 'n=\u00c3\u00a9', [['n', 'é']]],
    ['text as it is', 'n=\u20ac', [['n', '€']]],
    ['bytes that are no UTF-8', 'n=a%FFb', [['n', 'a\ufffdb']]],
    [
      'percent signs alone',
      'n=100%&m=%zz%4',
      [
        ['n', '100%'],
        ['m', '%zz%4'],
      ],
    ],
    ['NUL in a value', 'n=a%00b', [['n', 'a\0b']]],
    ['NUL in a name', 'n%00x=1', [['n', '1']]],
    ['NUL as it is ends all', 'a=1\0&b=2', [['a', '1']]],
    [
      'names of prototypes',
      '__proto__[x]=1&constructor[prototype][y]=2&__proto__=3',
      [
        ['__proto__', '3'],
        ['constructor', [['prototype', [['y', '2']]]]],
      ],
    ],
  ])('%s: %s', (_, text, expected) => {
    expect(pairs(parse(text))).toEqual(expected);
  });

  it('drops a variable with too many brackets, whole', () => {
    expect(pairs(parse(`a[x]=1&b=2&a${'[y]'.repeat(65)}=3`))).toEqual([['b', '2']]);
    expect(parse(`a${'[y]'.repeat(64)}=3`).size).toBe(1);
    expect(parse(`a${'[y]'.repeat(10_000)}=3`).size).toBe(0);
  });

  it('refuses more variables than the limit', () => {
    const many = Array.from({ length: 1001 }, (_, n) => `a[]=${n}`).join('&');
    expect(() => parse(many)).toThrow(ApiError);
    expect(parse(many.replace(/&[^&]*$/, '')).size).toBe(1);
  });

  it('reads any text without an error and leaves prototypes alone', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'ab0=&[]%.+ \0\u00e9€', '__proto__', '%5B', '%00', '%ff', '[]'),
    });
    fc.assert(
      fc.property(text, (query) => {
        const { x } = Object.prototype as { x?: unknown };
        pairs(parse(query));
        parse(query).toJSON();
        expect(x).toBeUndefined();
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back what PHP’s http_build_query writes', () => {
    const key = fc.oneof(fc.nat(50).map(String), fc.stringMatching(/^[a-z_äß][a-z_äß ]{0,5}$/));
    const tree = fc.letrec<{ value: unknown; array: [string, unknown][] }>((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, fc.string({ unit: 'grapheme', maxLength: 8 }), tie('array')),
      array: fc.uniqueArray(fc.tuple(key, tie('value')), { selector: ([k]) => k, minLength: 1, maxLength: 4 }),
    }));
    const top = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/), tree.value), { selector: ([k]) => k });
    fc.assert(
      fc.property(top, (entries) => {
        expect(pairs(parse(buildQuery(entries)))).toEqual(entries);
      }),
    );
  });
});

function buildQuery(entries: [string, unknown][], prefix = ''): string {
  return entries
    .map(([key, value]) => {
      const name = prefix === '' ? encodeURIComponent(key) : `${prefix}%5B${encodeURIComponent(key)}%5D`;
      return Array.isArray(value) ? buildQuery(value, name) : `${name}=${encodeURIComponent(value as string)}`;
    })
    .join('&');
}
