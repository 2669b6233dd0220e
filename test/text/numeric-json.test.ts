import { describe, expect, it } from 'vitest';
import { numericJson } from '../../src/text/numeric-json.ts';

describe('JSON with numeric texts as numbers (items-read G10)', () => {
  it.each([
    ['12.5000', '12.5'],
    ['0.00', '0'],
    ['-0.0', '-0'],
    ['24.00', '24'],
    ['0123', '123'],
    [' 7', '7'],
    ['1.', '1'],
    ['.5', '0.5'],
    ['1e3', '1000'],
    ['1e25', '1.0e+25'],
    ['1.5e-7', '1.5e-7'],
    ['0.0001', '0.0001'],
    ['0.00001', '1.0e-5'],
    ['9223372036854775807', '9223372036854775807'],
    ['9223372036854775808', '9.223372036854776e+18'],
    ['1e999', '"1e999"'],
    ['2025-03-03', '"2025-03-03"'],
    ['0x1A', '"0x1A"'],
    ['', '""'],
    ['a/b é "q"\n', '"a/b é \\"q\\"\\n"'],
  ])('%j is written %s', (text, json) => {
    expect(numericJson(text)).toBe(json);
  });

  it('leaves keys texts, and writes empty objects as lists', () => {
    expect(numericJson({ '5': '5', a: [null, true, 1.5], b: {}, c: { '0': 'x', '1': 'y' } })).toBe(
      '{"5":5,"a":[null,true,1.5],"b":[],"c":["x","y"]}',
    );
  });
});
