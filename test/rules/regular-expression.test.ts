import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchAll } from '../../src/rules/regular-expression/search.ts';

describe('what PHP would find', () => {
  test.each<[pattern: string, text: string, caught: readonly string[] | undefined]>([
    ['/^h.l+o$/', 'hallo', []],
    ['/^h.l+o$/', 'hello you', undefined],
    ['/^GO (\\w+) (\\w+)/', 'go one two', ['one', 'two']],
    ['/\\[(\\w+)\\]/', '[CC] hello', ['CC']],
    ['#(\\d)(\\d)#', '12 34', ['1', '3', '2', '4']],
    ['{(a{2})}', 'caat', ['aa']],
    ['(a(b))', 'ab', ['b']],
    ['/a.b/', 'a\nb', []],
    ['/^b$/m', 'a\nb\nc', []],
    ['/^b$/', 'a\nb', undefined],
    ['/b$/', 'a\nb\n', []],
    ['/b$/D', 'b\n', undefined],
    ['/b\\z/', 'b\n', undefined],
    ['/(\\s+)/', 'a \tb', [' \t']],
    ['/^\\S+$/', 'a\u00a0b', []],
    ['/é/', 'caf\u00e9', []],
    ['/É/', 'café', undefined],
    ['/É/u', 'café', []],
    ['/^.{4}$/', 'café', undefined],
    ['/^.{4}$/u', 'café', []],
    ['/^(\\w+)$/', 'café', undefined],
    ['/^(\\w+)$/u', 'café', ['café']],
    ['/caf(.+)/', 'café', ['é']],
    ['/[[:alpha:]]+[^[:digit:]]/', 'ab-', []],
    ['/^[^\\x00-\\x7f]+$/', 'é', []],
    ['/^[\\x00-\\xff]+$/', 'aé', []],
    ['/(?P<year>\\d{4})-(\\d\\d)/', '2035-06', ['2035', '2035', '06']],
    ['/(a)|(b)/', 'b', ['', 'b']],
    ['/(\\w)\\1/', 'all', ['l']],
    ['/a++b/', 'aaab', []],
    ['/a++ab/', 'aaab', undefined],
    ['/(?>a+)ab/', 'aaab', undefined],
    ['/a b # note/x', 'ab', []],
    ['/(?-i)Ab/', 'ab', undefined],
    ['/(?-i)Ab/', 'Ab', []],
    ['/(?-s)a.b/', 'a\nb', undefined],
    ['/(?#note)ab/', 'ab', []],
    ['/\\Qa.b\\E/', 'a.b', []],
    ['/\\Qa.b\\E/', 'axb', undefined],
    ['/(a+?)a/', 'aaa', ['a']],
    ['/(a+)a/U', 'aaa', ['a']],
    ['/a{,2}/', 'a{,2}', []],
    ['/[]a]+/', ']', []],
    ['/[a\\-z]/', '-', []],
    ['/[\\w-]+@/', 'a-b@', []],
    ['/(?<=x)y(?!z)/', 'xy', []],
    ['/\\bpaper\\s+jam\\b/i', 'Paper  JAM again', []],
    ['/a|b/', 'nothing', undefined],
    ['~^(?:19|20)\\d{2}$~', '2035', []],
  ])('%s in %j', (pattern, text, caught) => {
    expect(searchAll(pattern, text)).toEqual(caught);
  });
});

test.each([
  '',
  'abc',
  '/abc',
  '/a(/',
  '/a)/',
  '/[a/',
  '/*a/',
  '/a/k',
  '/(?R)/',
  '/(?(1)a|b)/',
  '/(?|(a)|(b))/',
  '/(*FAIL)/',
  '/\\1/',
  '/\\/',
  '/[z-a]/',
  '/a{2,1}/',
])('D29: what is invalid, or has no equal, matches nothing: %s', (pattern) => {
  expect(searchAll(pattern, 'abc')).toBeUndefined();
});

test.each(['/^(a+)+$/', '/^(a|a)*$/', '/^(a?){60}a{60}$/', '/^(?:a{1,9}){1,99}$/', '/(.*)(.*)(.*)(.*)(.*)(.*)b/'])(
  'D29: a search that would take years is given up: %s',
  (pattern) => {
    const start = performance.now();
    expect(searchAll(pattern, `${'a'.repeat(400)}!`)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(3000);
  },
);

test('no text of a pattern throws', () => {
  const pattern = fc.string({ unit: fc.constantFrom(...'ab(){}[]|*+?\\^$.-,:=!<>P1wdWx#/é'), maxLength: 14 });
  fc.assert(
    fc.property(pattern, fc.constantFrom('', 'u', 'x', 'mU'), fc.string({ maxLength: 8 }), (body, modifiers, text) => {
      const caught = searchAll(`~${body}~${modifiers}`, text);
      expect(caught === undefined || caught.every((each) => typeof each === 'string')).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
