/** Reservations (notifications 8). */
import * as catalog from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import { ofColumns } from '../people.ts';
import type { Topic } from '../topic.ts';
import { type Labels, labelTags, one, prefixed, text } from './labels.ts';
import { namesOf } from './names.ts';
import { redirect } from './redirect.ts';
import { moment, said } from './values.ts';

const events: Readonly<Record<string, string>> = {
  new: 'New reservation',
  update: 'Update of a reservation',
  delete: 'Deletion of a reservation',
  alert: 'Reservation expired',
};

const labels: Labels = prefixed('reservation', {
  action: one('Event', 'Events'),
  user: text('Writer'),
  begin: text('Start date'),
  end: text('End date'),
  comment: text('Comments'),
  note: text('Comments'),
  itemtype: text('Item type'),
  'item.name': one('Associated item', 'Associated items'),
  'item.entity': one('Entity', 'Entities'),
  'item.tech': text('Technician in charge'),
  tech: text('Technician in charge'),
  itemurl: text('URL'),
  url: text('URL'),
  entity: one('Entity', 'Entities'),
});

/** People in charge of the reserved item; its user is 6, the reservation's own is 3. */
const OF_ITEM: readonly number[] = [5, 6, 23];

export const reservationTopic: Topic = async (o, { id, event, options }) => {
  const row = await rowOf(o.db.selectFrom('glpi_reservations').selectAll().where('id', '=', id), options.row);
  const reserved =
    row &&
    (await rowOf(
      o.db.selectFrom('glpi_reservationitems').selectAll().where('id', '=', Number(row.reservationitems_id)),
    ));
  if (!row || !reserved) return undefined;
  const type = catalog.itemtype(String(reserved.itemtype));
  const item =
    type && (await rowOf(o.db.selectFrom(type.table).selectAll().where('id', '=', Number(reserved.items_id))));
  const entity = Number(reserved.entities_id);
  return {
    itemtype: 'Reservation',
    id,
    entity,
    isRecursive: Number(reserved.is_recursive) === 1,
    isPrivate: false,
    row,
    replacesEarlier: true,
    people: async (target) => (OF_ITEM.includes(target) ? ofColumns(o, item ?? {}, target) : undefined),
    data: async () => {
      const names = await namesOf(o, [['glpi_entities', item?.entities_id]], [row.users_id, item?.users_id_tech]);
      return (reader) => ({
        tags: {
          ...labelTags(labels, reader.translate),
          'reservation.action': reader.translate(events[event] ?? ''),
          'reservation.user': names.user(row.users_id),
          'reservation.begin': moment(o, reader, row.begin),
          'reservation.end': moment(o, reader, row.end),
          'reservation.comment': said(row.comment),
          'reservation.note': said(row.comment),
          'reservation.itemtype': type ? reader.translate.plural(type.label.singular, type.label.plural, 1) : '',
          'reservation.item.name': said(item?.name),
          'reservation.item.entity': names.of('glpi_entities', item?.entities_id),
          'reservation.item.tech': names.user(item?.users_id_tech),
          'reservation.tech': names.user(item?.users_id_tech),
          'reservation.itemurl': redirect(o, `${type?.name ?? ''}_${said(reserved.items_id)}`),
          'reservation.url': redirect(o, `reservation_${said(row.reservationitems_id)}`),
        },
        lists: {},
      });
    },
  };
};

/** The row as it is, or as it was handed over when it is gone. */
async function rowOf(
  query: { executeTakeFirst(): Promise<Record<string, unknown> | undefined> },
  handed?: unknown,
): Promise<Row | undefined> {
  if (handed !== undefined && handed !== null && typeof handed === 'object') return handed as Row;
  return (await query.executeTakeFirst()) as Row | undefined;
}
