import { describe, expect, it } from 'vitest';
import { parsePluralForms } from '../../src/text/plural-rule.ts';

/** Rules of languages that GLPI speaks, and the forms of 0, 1, 2, 5, 11, 21, 22, 101. */
const rules: readonly (readonly [language: string, header: string, forms: readonly number[]])[] = [
  ['French', 'nplurals=2; plural=(n > 1);', [0, 0, 1, 1, 1, 1, 1, 1]],
  ['English', 'nplurals=2; plural=(n != 1);', [1, 0, 1, 1, 1, 1, 1, 1]],
  ['Japanese', 'nplurals=1; plural=0;', [0, 0, 0, 0, 0, 0, 0, 0]],
  ['Czech', 'nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;', [2, 0, 1, 2, 2, 2, 2, 2]],
  [
    'Russian',
    'nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);',
    [2, 0, 1, 2, 2, 0, 1, 0],
  ],
  [
    'Arabic',
    'nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);',
    [0, 1, 2, 3, 4, 4, 4, 5],
  ],
];

describe('plural rules of language files', () => {
  it.each(rules)('%s', (_language, header, forms) => {
    expect([0, 1, 2, 5, 11, 21, 22, 101].map(parsePluralForms(header))).toEqual(forms);
  });

  it('takes a form that the file does not have for the first', () => {
    expect(parsePluralForms('nplurals=2; plural=n;')(7)).toBe(0);
  });

  it.each(['', 'nplurals=2; plural=process.exit();', 'nplurals=2; plural=(n;', 'nplurals=2; plural=n n;'])(
    'refuses %j',
    (header) => {
      expect(() => parsePluralForms(header)).toThrow(SyntaxError);
    },
  );
});
