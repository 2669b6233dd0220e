import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mo } from 'gettext-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTranslations } from '../../src/text/translations.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'locales-'));
  const file = mo.compile({
    charset: 'utf-8',
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Plural-Forms': 'nplurals=2; plural=(n > 1);' },
    translations: {
      '': {
        Computer: { msgid: 'Computer', msgid_plural: 'Computers', msgstr: ['Ordinateur', 'Ordinateurs'] },
        Name: { msgid: 'Name', msgstr: ['Nom'] },
        Empty: { msgid: 'Empty', msgstr: [''] },
      },
      button: { Add: { msgctxt: 'button', msgid: 'Add', msgstr: ['Ajouter'] } },
    },
  });
  writeFileSync(path.join(folder, 'fr_FR.mo'), file);
  writeFileSync(path.join(folder, 'xx_XX.mo'), 'no language file');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('translations', () => {
  it('looks texts, contexts and plural forms up', () => {
    const french = openTranslations(folder).in('fr_FR');
    expect(french('Name')).toBe('Nom');
    expect(french('Computer')).toBe('Ordinateur');
    expect(french.context('button', 'Add')).toBe('Ajouter');
    expect([0, 1, 2].map((count) => french.plural('Computer', 'Computers', count))).toEqual([
      'Ordinateur',
      'Ordinateur',
      'Ordinateurs',
    ]);
  });

  it('leaves English what is not translated', () => {
    const french = openTranslations(folder).in('fr_FR');
    expect(french('Add')).toBe('Add');
    expect(french('Empty')).toBe('Empty');
    expect([0, 1, 2].map((count) => french.plural('Disk', 'Disks', count))).toEqual(['Disks', 'Disk', 'Disks']);
  });

  it.each(['en_GB', '../fr_FR', '', 'fr_FR/../fr_FR'])('is English for %j, which has no file', (language) => {
    const reports: string[] = [];
    const translate = openTranslations(folder, (message) => reports.push(message)).in(language);
    expect(translate('Name')).toBe('Name');
    expect(translate.plural('Computer', 'Computers', 2)).toBe('Computers');
    expect(reports).toEqual([]);
  });

  it('says once which file it cannot use', () => {
    const reports: string[] = [];
    const translations = openTranslations(folder, (message) => reports.push(message));
    expect(translations.in('xx_XX')('Name')).toBe('Name');
    translations.in('xx_XX');
    expect(reports).toHaveLength(1);
    expect(reports[0]).toContain('xx_XX.mo');
  });

  it('is English without a folder', () => {
    expect(openTranslations(undefined).in('fr_FR')('Name')).toBe('Name');
  });
});
