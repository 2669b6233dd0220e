/** Labels of tags, `##lang.…##`, in the reader's language. */
import { format } from '../../text/format.ts';
import type { Translate } from '../../text/translations.ts';

/** How a label is said in a language. */
export type Label = (translate: Translate) => string;
export type Labels = Readonly<Record<string, Label>>;

export const text =
  (english: string): Label =>
  (translate) =>
    translate(english);

export const one =
  (singular: string, plural: string): Label =>
  (translate) =>
    translate.plural(singular, plural, 1);

export const many =
  (singular: string, plural: string): Label =>
  (translate) =>
    translate.plural(singular, plural, 2);

export const quantity =
  (english: string): Label =>
  (translate) =>
    translate.context('quantity', english);

/** `first: second`. */
export const pair =
  (first: Label, second: Label): Label =>
  (translate) =>
    format(translate('%1$s: %2$s'), first(translate), second(translate));

/** The labels as tags. */
export const labelTags = (labels: Labels, translate: Translate): Record<string, string> =>
  Object.fromEntries(Object.entries(labels).map(([tag, label]) => [`lang.${tag}`, label(translate)]));

/** The same labels for tags that begin with a word of their own. */
export const prefixed = (prefix: string, labels: Labels): Labels =>
  Object.fromEntries(Object.entries(labels).map(([tag, label]) => [`${prefix}.${tag}`, label]));

/** What entities, suppliers and actors have in common. */
export const contactLabels: Labels = {
  phone: one('Phone', 'Phones'),
  fax: text('Fax'),
  website: text('Website'),
  email: one('Email', 'Emails'),
  address: text('Address'),
  postcode: text('Postal code'),
  town: text('City'),
  state: (translate) => translate.context('location', 'State'),
  country: text('Country'),
};

/** Of a line of an item's history. */
export const logLabels: Labels = {
  date: text('Date'),
  user: one('User', 'Users'),
  field: one('Field', 'Fields'),
  content: (translate) => translate.context('name', 'Update'),
};
