/** Tickets, problems and changes as values of templates (itil 10.6). */
import type { ItilItem } from '../../behaviours/itil/parent.ts';
import { byWord } from '../../catalog/by-word.ts';
import { ticketTypeLabels } from '../../catalog/constants.ts';
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import { scaleWord, statusWord, validationWord } from '../../notifications/data/words.ts';
import { TwigObject, type TwigValue } from '../../text/twig/values.ts';
import { itilKind } from '../kinds.ts';
import { itemValues } from './items.ts';
import { linkTo } from './links.ts';
import { actorValues } from './people.ts';
import { entityOf, named, oneOf, rowsOf, said } from './rows.ts';

type Properties = Record<string, TwigValue | (() => TwigValue | Promise<TwigValue>)>;

/** What a template may say of an item: itself, under its kind's name, and `itemtype`. */
export function itemOfTemplate(w: Writing, item: ItilItem): Readonly<Record<string, TwigValue>> {
  const kind = itilKind(item.itemtype.name)!;
  const { itemtype, row } = item;
  const { translate } = w.ctx;
  const properties: Properties = {
    id: Number(row.id),
    ref: `#${row.id}`,
    link: linkTo(w, itemtype, row),
    name: said(row.name),
    content: said(row.content),
    date: said(row.date),
    solvedate: said(row.solvedate),
    closedate: said(row.closedate),
    status: statusWord(translate, itemtype.name, row.status),
    urgency: scaleWord(translate, 'urgency', row.urgency),
    impact: scaleWord(translate, 'impact', row.impact),
    priority: scaleWord(translate, 'priority', row.priority),
    entity: () => entityOf(w, row.entities_id),
    itilcategory: () => oneOf(w, 'glpi_itilcategories', row.itilcategories_id, named),
    ...actorValues(w, kind, Number(row.id)),
    ...(kind.isTakenIntoAccount && ticketProperties(w, row)),
  };
  return { [itemtype.name.toLowerCase()]: new TwigObject(properties), itemtype: itemtype.name };
}

/** What only tickets have. */
function ticketProperties(w: Writing, row: Row): Properties {
  const { translate } = w.ctx;
  const typeLabel = ticketTypeLabels[Number(row.type)];
  return {
    type: typeLabel === undefined ? '' : translate(typeLabel),
    global_validation: validationWord(translate, row.global_validation),
    tto: said(row.time_to_own),
    ttr: said(row.time_to_resolve),
    sla_tto: () => oneOf(w, 'glpi_slas', row.slas_id_tto, (agreement) => agreementValue(w, agreement)),
    sla_ttr: () => oneOf(w, 'glpi_slas', row.slas_id_ttr, (agreement) => agreementValue(w, agreement)),
    ola_tto: () => oneOf(w, 'glpi_olas', row.olas_id_tto, (agreement) => agreementValue(w, agreement)),
    ola_ttr: () => oneOf(w, 'glpi_olas', row.olas_id_ttr, (agreement) => agreementValue(w, agreement)),
    requesttype: () => oneOf(w, 'glpi_requesttypes', row.requesttypes_id, named),
    location: () => oneOf(w, 'glpi_locations', row.locations_id, named),
    knowbaseitems: () => articlesOf(w, Number(row.id)),
    assets: () => assetsOf(w, Number(row.id)),
  };
}

const units = byWord<readonly [singular: string, plural: string]>({
  minute: ['Minute', 'Minutes'],
  hour: ['Hour', 'Hours'],
  day: ['Day', 'Days'],
  month: ['Month', 'Months'],
});

/** `type` of agreements about the time until somebody takes an item over; others are about its solution. */
const TIME_TO_OWN = 1;

function agreementValue(w: Writing, row: Row): TwigObject {
  const { translate } = w.ctx;
  const unit = units[String(row.definition_time)];
  return new TwigObject({
    id: Number(row.id),
    name: said(row.name),
    type: translate(Number(row.type) === TIME_TO_OWN ? 'Time to own' : 'Time to resolve'),
    duration: said(row.number_time),
    unit: unit ? translate.plural(...unit, 2) : '',
  });
}

async function articlesOf(w: Writing, ticket: number): Promise<TwigValue> {
  const links: Row[] = await w.ctx.db
    .selectFrom('glpi_knowbaseitems_items')
    .select('knowbaseitems_id')
    .where('itemtype', '=', 'Ticket')
    .where('items_id', '=', ticket)
    .orderBy('id')
    .execute();
  const ids = links.map((link) => Number(link.knowbaseitems_id));
  return (await rowsOf(w, 'glpi_knowbaseitems', ids)).map(
    (row) =>
      new TwigObject({
        id: Number(row.id),
        name: said(row.name),
        answer: said(row.answer),
        link: linkTo(w, { name: 'KnowbaseItem' }, row),
      }),
  );
}

async function assetsOf(w: Writing, ticket: number): Promise<TwigValue> {
  const links: Row[] = await w.ctx.db
    .selectFrom('glpi_items_tickets')
    .select(['itemtype', 'items_id'])
    .where('tickets_id', '=', ticket)
    .orderBy('id')
    .execute();
  return itemValues(
    w,
    links.map((link) => [String(link.itemtype), Number(link.items_id)] as const),
  );
}
