import { sql } from 'kysely';
import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import { lists } from '../../catalog/lists.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Behaviour, Change, Input } from '../behaviour.ts';

/** Columns that connected items take from their computer, and whether the general setup wants it so. */
const followed: readonly (readonly [string, (settings: Settings) => boolean])[] = [
  ['contact', (settings) => settings.on('is_contact_autoupdate')],
  ['contact_num', (settings) => settings.on('is_contact_autoupdate')],
  ['users_id', (settings) => settings.on('is_user_autoupdate')],
  ['groups_id', (settings) => settings.on('is_group_autoupdate')],
  ['states_id', (settings) => settings.number('state_autoupdate_mode') < 0],
  ['locations_id', (settings) => settings.on('is_location_autoupdate')],
];

/** Changes that connected items have followed, as far as GLPI tells of them. */
const told = [
  ['states_id', 'Status updated. The connected items have been updated using this status.'],
  ['locations_id', 'Location updated. The connected items have been moved in the same location.'],
] as const;

/** What is connected to a computer, or built into it, goes where it goes (items-write W18). */
export const computerLife: Behaviour = {
  async afterUpdate(w, itemtype, change) {
    const changes = followedChanges(w, change);
    if (Object.keys(changes).length === 0) return;
    const id = Number(change.old[itemtype.indexName]);
    const connected = await updateConnected(w, id, changes);
    const components = await updateComponents(w, itemtype.name, id, changes);
    if (!connected && !components) return;
    for (const [column, text] of told) if (column in changes) w.messages.info(w.ctx.translate(text));
  },

  async afterTrash(w, itemtype, row, restored) {
    await w.ctx.db
      .updateTable('glpi_items_softwareversions')
      .set({ is_deleted_item: restored ? 0 : 1 })
      .where('itemtype', '=', itemtype.name)
      .where('items_id', '=', row[itemtype.indexName])
      .execute();
  },
};

function followedChanges(w: Writing, { updates, fields }: Change): Input {
  const changes: Input = {};
  for (const [column, wanted] of followed) {
    if (updates.has(column) && wanted(w.ctx.settings)) changes[column] = fields[column];
  }
  return changes;
}

/** Items that aren't shared by several computers; whether there are any. */
async function updateConnected(w: Writing, id: number, changes: Input): Promise<boolean> {
  const links: Row[] = await w.ctx.db
    .selectFrom('glpi_computers_items')
    .select(['itemtype', 'items_id'])
    .where('computers_id', '=', id)
    .where('is_deleted', '=', 0)
    .where('itemtype', 'in', [...lists.directconnect_types])
    .orderBy('id')
    .execute();
  let any = false;
  for (const link of links) {
    const type = typeNamed(String(link.itemtype));
    const row = type && (await w.load(type, Number(link.items_id)));
    if (!row || Number(row.is_global) === 1) continue;
    any = true;
    await w.update(type, Number(link.items_id), known(w, type, changes));
  }
  return any;
}

/** Whether there are any components. */
async function updateComponents(w: Writing, itemtype: string, id: number, changes: Input): Promise<boolean> {
  const { locations_id, states_id } = changes;
  if (locations_id === undefined && states_id === undefined) return false;
  const found = await componentsOf(w, itemtype, id);
  for (const { type, id: own } of found) {
    await w.update(type, own, known(w, type, { locations_id, states_id }));
  }
  return found.length > 0;
}

/** What is built into an item, kind by kind: one statement over all their tables. */
async function componentsOf(w: Writing, itemtype: string, id: number): Promise<{ type: Itemtype; id: number }[]> {
  const types = lists.device_types.flatMap((device) => typeNamed(`Item_${device}`) ?? []);
  const [first, ...others] = types.map((type, place) =>
    w.ctx.db
      .selectFrom(type.table)
      .select(['id', sql.lit(place).as('place')])
      .where('itemtype', '=', itemtype)
      .where('items_id', '=', id),
  );
  if (!first) return [];
  const rows: Row[] = await others
    .reduce((all, one) => all.unionAll(one), first)
    .orderBy('place')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ type: types[Number(row.place)]!, id: Number(row.id) }));
}

/** Those of the changes that the type has columns for. */
const known = (w: Writing, { table }: Itemtype, changes: Input): Input =>
  Object.fromEntries(
    Object.entries(changes).filter(
      ([column, value]) => w.ctx.site.schema.hasColumn(table, column) && value !== undefined,
    ),
  );

/** Whether what belongs to an item takes a column's value from it, by the general setup. */
export const follows = (w: Writing, column: string): boolean =>
  followed.some(([name, wanted]) => name === column && wanted(w.ctx.settings));

/** What an item takes over from its computer when it is connected; the same columns as later. */
export function takenFrom(w: Writing, computer: Row, item: Row): Input {
  const taken: Input = {};
  for (const [column, wanted] of followed) {
    if (wanted(w.ctx.settings) && column in item) taken[column] = computer[column] ?? '';
  }
  return taken;
}

/** Columns to be emptied of an item that is disconnected, where the general setup says so. */
export function leftBehind(w: Writing, item: Row): Input {
  const cleaned: Input = {};
  const empty: readonly (readonly [string, string, unknown])[] = [
    ['is_location_autoclean', 'locations_id', 0],
    ['is_user_autoclean', 'users_id', 0],
    ['is_group_autoclean', 'groups_id', 0],
    ['is_contact_autoclean', 'contact', ''],
    ['is_contact_autoclean', 'contact_num', ''],
  ];
  for (const [setting, column, value] of empty) {
    if (w.ctx.settings.on(setting) && column in item) cleaned[column] = value;
  }
  return cleaned;
}
