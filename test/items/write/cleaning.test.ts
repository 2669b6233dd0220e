import { describe, expect, it } from 'vitest';
import { itemtype } from '../../../src/catalog/catalog.ts';
import { clean } from '../../../src/items/write/clean.ts';
import { filterValues } from '../../../src/items/write/filter-values.ts';
import { looselyEqual } from '../../../src/items/write/values.ts';

describe('texts on their way in (W1.4)', () => {
  it.each([
    ['<b>&"x"</b>', '&#60;b&#62;&#38;"x"&#60;/b&#62;'],
    ['&lt;x&gt;', '&lt;x&gt;'],
    ['&#60;x&#62; y', '&#60;x&#62; y'],
    ['a &amp; b', 'a &#38;amp; b'],
    ['a & b &#60; c', 'a &#38; b &#38;#60; c'],
    ['x &eacute; é', 'x &#38;eacute; é'],
    ['c:\\new', 'c:\new'],
    ["it\\'s", "it's"],
    ["it's", "it's"],
    ['a\\\\b', 'a\\b'],
    ['a\\b', 'a\\b'],
    ['ends in \\', 'ends in \\'],
    ['Glpi\\Socket', 'Glpi\\Socket'],
  ])('%s', (sent, stored) => expect(clean(sent)).toBe(stored));

  it('reach into nested values and leave the others', () => {
    expect(clean({ a: ['<', 1, null, true], b: { c: '>' } })).toEqual({
      a: ['&#60;', 1, null, true],
      b: { c: '&#62;' },
    });
  });
});

describe('equality as PHP sees it (W7.4)', () => {
  it.each([
    ['5', 5, true],
    ['', null, true],
    ['0', 0, true],
    ['05', '5', true],
    ['1500.5000', 1500.5, true],
    [true, 1, true],
    [false, null, true],
    ['a', 0, false],
    ['a', 'A', false],
    [null, '0', false],
  ])('%j and %j: %s', (a, b, equal) => expect(looselyEqual(a, b)).toBe(equal));
});

describe('values by their option’s datatype (W1.6)', () => {
  const filtered = (type: string, input: Record<string, unknown>) => {
    const wrong = filterValues(itemtype(type)!, input);
    return { input, wrong };
  };

  it('turns decimals, dates and addresses of cards into what is stored', () => {
    expect(filtered('Budget', { value: '12,5', begin_date: '' }).input).toEqual({ value: 12.5, begin_date: 'NULL' });
    expect(filtered('NetworkPort', { mac: 'AA:BB:CC:DD:EE:FF' }).input).toEqual({ mac: 'aa:bb:cc:dd:ee:ff' });
  });

  it('drops what it can’t turn, and says which', () => {
    expect(filtered('Monitor', { have_hdmi: 'yes', name: 'm' })).toEqual({ input: { name: 'm' }, wrong: ['HDMI'] });
    expect(filtered('Budget', { begin_date: 'tomorrow' }).input).toEqual({});
  });

  it('cuts texts to what fits', () => {
    expect(filtered('Computer', { serial: 's'.repeat(300) }).input.serial).toHaveLength(255);
  });
});
