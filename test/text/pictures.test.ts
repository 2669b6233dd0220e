import { describe, expect, it } from 'vitest';
import { showPictures } from '../../src/text/pictures.ts';

const shown = (size: string): string =>
  `<a href="/d?1" target="_blank" ><img alt="t.1" width="${size}" src="/d?1" /></a>`;
const picture = { tag: 't.1', address: '/d?1', width: 40 };

describe('pictures in the place of their tags (itil 11)', () => {
  it.each([
    ['<p>#t.1#</p>', `<p>${shown('40')}</p>`],
    ['<img id="t.1" src="blob:x">', shown('40')],
    ['<IMG class=a id="t.1" width="9" height="8"/>', shown('9')],
    ['<img id="t.1" width="9">', shown('40')],
    ['<img id="other"> t.1 #t.2#', '<img id="other"> t.1 #t.2#'],
  ])('%s', (html, expected) => {
    expect(showPictures(html, [picture])).toBe(expected);
  });

  it('have tags of any letters', () => {
    const tag = 'a$&b$1';
    expect(showPictures(`#${tag}#`, [{ ...picture, tag }])).toContain('<img alt="a$&amp;b$1" ');
  });

  it('vanish when the file is no picture', () => {
    expect(showPictures('a #t.1# b', [{ ...picture, address: undefined }])).toBe('a  b');
  });

  it('are found at once in a text that is all beginnings', () => {
    const started = performance.now();
    showPictures(`${'<img '.repeat(100_000)}t.1`, [picture]);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
