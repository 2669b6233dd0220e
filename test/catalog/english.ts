import type { LabelTranslator } from '../../src/catalog/label-forms.ts';

/** Texts as they are. */
export const english: LabelTranslator = Object.assign((text: string) => text, {
  plural: (singular: string, plural: string, count: number) => (count === 1 ? singular : plural),
  context: (_context: string, text: string) => text,
});
