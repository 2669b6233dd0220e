import { describe, expect, it } from 'vitest';
import { phpJson, WrittenJson } from '../../src/http/php-json.ts';
import { writtenList } from '../../src/http/written-list.ts';

describe('a list written into lent memory', () => {
  const values = Array.from({ length: 60 }, (_, id) => ({ id, name: `“é\u2028"${'x'.repeat(id)}`, none: null }));

  it('is what the list is as a text', () => {
    const list = writtenList([...values, new WrittenJson('[1]')])!;
    expect(list.bytes.toString()).toBe(phpJson([...values, new WrittenJson('[1]')]));
    list.release();
  });

  it('keeps its memory until that is given back', () => {
    const first = writtenList(values)!;
    const text = first.bytes.toString();
    const second = writtenList(values.map(({ id }) => ({ id: -id })))!;
    expect(first.bytes.toString()).toBe(text);
    first.release();
    second.release();
    const third = writtenList(values)!;
    expect([first.bytes.buffer, second.bytes.buffer]).toContain(third.bytes.buffer);
    third.release();
  });

  it('is left to others when it is short or long', () => {
    expect(writtenList([1, 2, 3])).toBeUndefined();
    const long = 'é'.repeat(20_000);
    expect(writtenList(Array.from({ length: 30 }, () => long))).toBeUndefined();
  });
});
