import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEntities } from '../../src/text/entities.ts';
import { decodeStored, encodeStored } from '../../src/text/stored-text.ts';

describe('stored texts (items-read G9)', () => {
  it.each([
    ['a &#60;b&#62; &#38; c', 'a <b> & c'],
    ['&#38;#60;', '&#60;'],
    ['&lt;b&gt;', '<b>'],
    ['&#60; &gt;', '< &gt;'],
    ['plain', 'plain'],
    ['Tom & &#60;Jerry&#62;', 'Tom & &#60;Jerry&#62;'],
    ['<p>&#60;</p>', '<p>&#60;</p>'],
    ['&amp; &quot;', '&amp; &quot;'],
  ])('%j is decoded to %j', (stored, text) => {
    expect(decodeStored(stored)).toBe(text);
  });

  it('comes back as it was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('&', '<', '>', '#', ';', '3', '8', 'a', ' ') }), (text) => {
        const stored = encodeStored(text);
        fc.pre(stored !== text);
        expect(decodeStored(stored)).toBe(text);
      }),
    );
  });
});

describe('entities of a search text (items-read G6.3)', () => {
  it('are decoded once', () => {
    expect(decodeEntities('&lt;&#62;&#x26;lt; &eacute; &#0; &amp;amp;')).toBe('<>&lt; &eacute; &#0; &amp;');
  });
});
