import { describe, expect, it } from 'vitest';
import { namedEntities } from '../../src/text/named-entities.ts';

describe('texts in attributes of pages', () => {
  it.each([
    [`"a" & 'b' <c>`, '&quot;a&quot; &amp; &#039;b&#039; &lt;c&gt;'],
    ['Großmann Étage', 'Gro&szlig;mann &Eacute;tage'],
    ['“left” — right…', '&ldquo;left&rdquo; &mdash; right&hellip;'],
    ['Ω ω ς 10 €', '&Omega; &omega; &sigmaf; 10 &euro;'],
    ['😀 漢字 łódź', '😀 漢字 ł&oacute;dź'],
  ])('%s', (text, written) => expect(namedEntities(text)).toBe(written));
});
