import { readFileSync } from 'node:fs';
import path from 'node:path';
import { mo } from 'gettext-parser';
import { germanicPlural, type PluralRule, parsePluralForms } from './plural-rule.ts';

/** Looks an English text up in one language: `t('Computer')`, with plural forms and contexts of gettext. */
export interface Translate {
  (text: string): string;
  /** The form for `count`. */
  plural(singular: string, plural: string, count: number): string;
  /** gettext's context form. */
  context(context: string, text: string): string;
  readonly language: string;
}

/** Every language for which GLPI's folder of language files has one. */
export interface Translations {
  /** English texts unchanged when there is no file for `language`. */
  in(language: string): Translate;
}

/** One file's texts: context → English text → forms. */
interface Catalogue {
  readonly texts: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  readonly pluralRule: PluralRule;
}

/**
 * The languages of GLPI's folder of language files (`fr_FR.mo` …). A file is read when its language is first asked
 * for, and kept.
 *
 * @param folder undefined: English only
 * @param report told once for each file that is there and can't be used (its language is then English)
 */
export function openTranslations(
  folder: string | undefined,
  report: (message: string) => void = () => {},
): Translations {
  const languages = new Map<string, Translate>();
  return {
    in(language) {
      let translate = languages.get(language);
      if (!translate) {
        translate = translator(language, folder === undefined ? undefined : readCatalogue(folder, language, report));
        languages.set(language, translate);
      }
      return translate;
    },
  };
}

function translator(language: string, catalogue: Catalogue | undefined): Translate {
  const forms = (context: string, text: string): readonly string[] | undefined =>
    catalogue?.texts.get(context)?.get(text);
  const one = (context: string, text: string): string => forms(context, text)?.[0] || text;
  return Object.assign((text: string) => one('', text), {
    plural(singular: string, plural: string, count: number): string {
      const translated = forms('', singular)?.[catalogue!.pluralRule(count)];
      return translated || (germanicPlural(count) === 0 ? singular : plural);
    },
    context: one,
    language,
  });
}

function readCatalogue(folder: string, language: string, report: (message: string) => void): Catalogue | undefined {
  // The name comes from a user's row: nothing that could lead out of the folder.
  if (!/^[a-z]{2,3}(_[A-Za-z0-9]{2,4})?$/.test(language)) return undefined;
  const file = path.join(folder, `${language}.mo`);
  try {
    const { headers, translations } = mo.parse(readFileSync(file), 'utf-8');
    const texts = new Map(
      Object.entries(translations).map(([context, entries]) => [
        context,
        new Map(Object.entries(entries).map(([text, entry]) => [text, entry.msgstr])),
      ]),
    );
    const rule = headers['Plural-Forms'] ?? headers['plural-forms'];
    return { texts, pluralRule: rule ? parsePluralForms(rule) : germanicPlural };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') report(`${file}: ${(error as Error).message}`);
    return undefined;
  }
}
