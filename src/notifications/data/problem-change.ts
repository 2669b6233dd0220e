/** What problems and changes have beyond other ITIL items (notifications 7.2). */
import * as catalog from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import type { Occasion, Reader } from '../occasion.ts';
import { type TagValues, under } from '../template.ts';
import type { ItilTopic } from './itil.ts';
import { changeLabels, problemLabels } from './itil-labels.ts';
import { type LinkedItem, linkedItems, linkedRows, linkedTags } from './itil-links.ts';
import { redirect } from './redirect.ts';
import { validationOf } from './validations.ts';
import { said } from './values.ts';
import { validationWord } from './words.ts';

const link =
  (o: Occasion, reader: Reader, kind: string) =>
  (id: number): string =>
    reader.kind === 'stranger' ? '' : redirect(o, `${kind}_${id}`);

const itemTags = (items: readonly LinkedItem[], { translate }: Reader): TagValues[] =>
  items.map(({ typeName, values: { contactnumber, ...values } }) => ({
    'item.itemtype': translate.plural(...typeName, 0),
    'item.contactnum': contactnumber ?? '',
    ...under('item', values),
  }));

/** Columns as tags of their own names or others. */
const columnTags = (row: Row, prefix: string, columns: Readonly<Record<string, string>>): TagValues =>
  Object.fromEntries(Object.entries(columns).map(([tag, column]) => [`${prefix}.${tag}`, said(row[column])]));

export const problemTopic: ItilTopic = {
  itemtype: catalog.itemtype('Problem')!,
  labels: problemLabels,
  references: () => [],
  async own(o, _raised, row, mentions) {
    const id = Number(row.id);
    const changes = mentions('change')
      ? await linkedRows(
          o,
          { table: 'glpi_changes_problems', mine: 'problems_id', theirs: 'changes_id' },
          'glpi_changes',
          id,
        )
      : [];
    const tickets = mentions('ticket')
      ? await linkedRows(
          o,
          { table: 'glpi_problems_tickets', mine: 'problems_id', theirs: 'tickets_id' },
          'glpi_tickets',
          id,
        )
      : [];
    const items = mentions('item') ? await linkedItems(o, 'glpi_items_problems', 'problems_id', id) : [];
    return (reader) => ({
      tags: {
        ...columnTags(row, 'problem', { causes: 'causecontent', impacts: 'impactcontent', symptoms: 'symptomcontent' }),
        'problem.numberofchanges': String(changes.length),
        'problem.numberoftickets': String(tickets.length),
        'problem.numberofitems': String(items.length),
      },
      lists: {
        changes: linkedTags('change', changes, link(o, reader, 'Change')),
        tickets: linkedTags('ticket', tickets, link(o, reader, 'Ticket')),
        items: itemTags(items, reader),
      },
    });
  },
};

const changeTexts = [
  'impactcontent',
  'controlistcontent',
  'rolloutplancontent',
  'backoutplancontent',
  'checklistcontent',
];

export const changeTopic: ItilTopic = {
  itemtype: catalog.itemtype('Change')!,
  labels: changeLabels,
  references: () => [],
  async own(o, raised, row, mentions) {
    const id = Number(row.id);
    const problems = mentions('problem')
      ? await linkedRows(
          o,
          { table: 'glpi_changes_problems', mine: 'changes_id', theirs: 'problems_id' },
          'glpi_problems',
          id,
        )
      : [];
    const tickets = mentions('ticket')
      ? await linkedRows(
          o,
          { table: 'glpi_changes_tickets', mine: 'changes_id', theirs: 'tickets_id' },
          'glpi_tickets',
          id,
        )
      : [];
    const items = mentions('item') ? await linkedItems(o, 'glpi_changes_items', 'changes_id', id) : [];
    const validation = await validationOf(o, 'glpi_changevalidations', raised);
    return (reader) => ({
      tags: {
        ...(validation && raised.event === 'validation' ? { 'change.action': validation.action(reader) } : {}),
        ...columnTags(row, 'change', Object.fromEntries(changeTexts.map((column) => [column, column]))),
        'change.globalvalidation': validationWord(reader.translate, row.global_validation),
        'change.urlvalidation': reader.kind === 'stranger' ? '' : redirect(o, `change_${id}_Change%24main`),
        'change.numberofproblems': String(problems.length),
        'change.numberoftickets': String(tickets.length),
        'change.numberofitems': String(items.length),
      },
      lists: {
        problems: linkedTags('problem', problems, link(o, reader, 'Problem')),
        tickets: linkedTags('ticket', tickets, link(o, reader, 'Ticket')),
        items: itemTags(items, reader),
        validations: validation ? [validation.tags(reader)] : [],
      },
    });
  },
};
