import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../src/text/html-to-text.ts';
import { hasMarkup } from '../../src/text/html-tokens.ts';
import { safeHtml } from '../../src/text/safe-html.ts';

describe('HTML as plain text (notifications 5.2)', () => {
  it.each([
    ['<p>one <b>two</b></p><ul><li>three</li></ul>', 'one TWO\n\n\t* three'],
    ['<b>four</b> &amp; "q"', 'FOUR & "q"'],
    ['t <b>&', 't &'],
    ['n & <b>', 'n & '],
    ['a<br>b<br />c', 'a\nb\nc'],
    ['<p>x</p><p>y</p>', 'x\n\ny'],
    ['<a href="https://x.example/?a=1&amp;b=2">here</a>', 'here [https://x.example/?a=1&b=2]'],
    ['<a href="mailto:a@b.example">a@b.example</a>', 'a@b.example'],
    ['<style>p{}</style><p>caf&eacute;</p>', 'café'],
    ['<img src="x" alt="a picture">', '[a picture]'],
  ])('%s', (html, text) => expect(htmlToText(html)).toBe(text));
});

describe('HTML made safe', () => {
  it.each([
    ['a & <b>', 'a &amp; <b></b>'],
    ['t <b>&', 't <b>&amp;</b>'],
    ['<p>What <b>is</b> "it" &amp; more</p>', '<p>What <b>is</b> "it" &amp; more</p>'],
    ['<script>alert(1)</script><p>x</p>', '<p>x</p>'],
    ['<p onclick="x()">y</p>', '<p>y</p>'],
    ['<a href="javascript:alert(1)">y</a>', '<a>y</a>'],
    ['<a href=" java\nscript:alert(1)">y</a>', '<a>y</a>'],
    ['<a href="&#106;avascript:alert(1)">y</a>', '<a>y</a>'],
    ['<a href="https://x.example/?a=1&amp;b=2">y</a>', '<a href="https://x.example/?a=1&amp;b=2">y</a>'],
    ['<a href="/front/x">y</a>', '<a href="/front/x">y</a>'],
    ['<img src="data:text/html,x">', '<img />'],
    ['<iframe src="x"><p>in</p></iframe>out', 'out'],
    ['<p>a</div>b</p>', '<p>ab</p>'],
    ['<form><input name="x"><b>y</b></form>', '<b>y</b>'],
    ['<!-- c --><i>x</i>', '<i>x</i>'],
    ['<p style="background: url(x)">y</p>', '<p>y</p>'],
    ['1 < 2', '1 &lt; 2'],
    ['<scr<script>ipt>alert(1)</script>', 'ipt&gt;alert(1)'],
    ['<more onload="x"><b>y</b></more>', '<b>y</b>'],
  ])('%s', (html, safe) => expect(safeHtml(html)).toBe(safe));
});

it('tells HTML from text in angle brackets', () => {
  expect(['<p>x</p>', 'a <br/>', 't <b>&'].map(hasMarkup)).toEqual([true, true, true]);
  expect(['<more>', 'a < b', 'x <y@z.example>', 'plain'].map(hasMarkup)).toEqual([false, false, false, false]);
});
