/** Duplicates that a rule of uniqueness has found (notifications 8). */
import * as catalog from '../../catalog/catalog.ts';
import { htmlToText } from '../../text/html-to-text.ts';
import { encodeStored } from '../../text/stored-text.ts';
import type { Translate } from '../../text/translations.ts';
import type { Topic } from '../topic.ts';
import { type Labels, labelTags, one, prefixed, text } from './labels.ts';
import { namesOf } from './names.ts';
import { moment } from './values.ts';

/** What the event tells: there is no item yet that it could be read from. */
export interface Duplicate {
  /** Class of the item that was to be written, and its entity. */
  readonly itemtype: string;
  readonly entity: number;
  readonly isNew: boolean;
  /** The write was refused. */
  readonly refuse: boolean;
  /** The fields and the items that have them already, in HTML with links to their pages. */
  readonly describe: (translate: Translate) => string;
}

const labels: Labels = prefixed('unicity', {
  message: text('Message'),
  action_user: text('Doer'),
  action_type: text('Intended action'),
  date: one('Date', 'Dates'),
  itemtype: one('Type', 'Types'),
  entity: one('Entity', 'Entities'),
  action: text('Alert on duplicate record'),
});

/** A duplicate, told to whoever the rule's notification names; there is nobody whose item it is. */
export const fieldUnicityTopic: Topic = async (o, { options }) => {
  const { itemtype, entity, isNew, refuse, describe } = options as unknown as Duplicate;
  const type = catalog.itemtype(itemtype);
  return {
    itemtype: 'FieldUnicity',
    id: 0,
    entity,
    isRecursive: false,
    isPrivate: false,
    row: {},
    replacesEarlier: true,
    people: async () => [],
    data: async () => {
      const names = await namesOf(o, [['glpi_entities', entity]], [o.author?.id ?? 0]);
      return (reader) => {
        const { translate } = reader;
        return {
          tags: {
            ...labelTags(labels, translate),
            'unicity.action_type': translate(isNew ? 'Add the item' : 'Update the item'),
            'unicity.action_user': names.user(o.author?.id ?? 0),
            'unicity.date': moment(o, reader, o.now.sql),
            'unicity.itemtype': type ? translate.plural(type.label.singular, type.label.plural, 1) : '',
            'unicity.message': asText(describe(translate)),
            'unicity.entity': names.of('glpi_entities', entity),
            'unicity.action': translate(
              refuse ? 'Record into the database denied' : 'Item successfully added but duplicate record on',
            ),
          },
          lists: {},
        };
      };
    },
  };
};

/** Mails can't show pages of the site by their paths: the names alone. */
const asText = (html: string): string => encodeStored(htmlToText(html.replace(/<\/?a\b[^>]*>/g, '')));
