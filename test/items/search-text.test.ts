import { expect, it } from 'vitest';
import { parseSearchText } from '../../src/items/read/search-text.ts';

it.each([
  ['abc', '%abc%'],
  ['^abc', 'abc%'],
  ['abc$', '%abc'],
  ['^abc$', 'abc'],
  ['^', '%'],
  [' abc ', '%abc%'],
  ['^ abc', 'abc%'],
  ['abc $', '%abc'],
  ['a%b_c', '%a%b\\_c%'],
  ['a&b', '%a&#38;b%'],
  ['&lt;b', '%<b%'],
  ['a\\b', '%a\\\\b%'],
  ['^0$', '0'],
  ['$', null],
  ['^$', null],
  ['  ', null],
  ['NULL', null],
  ['null', null],
])('%j is looked for as %j (items-read G6.3)', (text, like) => {
  expect(parseSearchText(text)).toEqual({ like });
});
