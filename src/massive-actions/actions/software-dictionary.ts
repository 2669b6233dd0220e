/** Replaying the dictionary of software on what there is already (massive-actions 4.2, rules 1). */
import * as catalog from '../../catalog/catalog.ts';
import type { Db, Row } from '../../database/database.ts';
import { truthy } from '../../http/php-values.ts';
import { restoreItem } from '../../items/write/restore-item.ts';
import { textOf } from '../../items/write/values.ts';
import { UPDATE } from '../../rights/bits.ts';
import { dropdownByName, dropdownName } from '../../rules/dropdown-names.ts';
import { type DictionaryEntry, softwareDictionaryEntry } from '../../rules/software-dictionary.ts';
import { type MassiveAction, OK } from '../action.ts';
import type { OneItem } from '../one-item.ts';

/** Columns that a rule sets beside name and publisher. */
const columns = ['softwarecategories_id', 'is_helpdesk_visible'] as const;

/**
 * Looks a software up in the dictionary. Under a new name it becomes another software, which takes over licenses and
 * versions; what then has no version left goes into the trashbin. Else its own columns change. One that no rule knows
 * stays as it is.
 */
export const replayDictionary: MassiveAction = {
  key: 'Software:replay_dictionnary',
  async apply(item) {
    const row = await item.loadFor(UPDATE);
    if (!row) return item.refuse('right');
    if (truthy(row.is_template)) return OK;
    const manufacturer = await dropdownName(item.w, 'Manufacturer', row.manufacturers_id);
    const facts = { name: textOf(row.name), manufacturer, entities_id: Number(row.entities_id) };
    const entry = await softwareDictionaryEntry(item.w, facts);
    if (!entry) return OK;
    const kept = await softwareOf(item, row, entry, manufacturer);
    if (kept === undefined) return item.refuse('action');
    await renameVersions(item, kept, entry);
    if (kept !== item.id && !(await hasVersions(item))) await discard(item, row);
    return OK;
  },
};

/** The software that the entry stands for: this one, changed, or the one of another name or of an entity above. */
async function softwareOf(
  item: OneItem,
  row: Row,
  { fields }: DictionaryEntry,
  manufacturer: string,
): Promise<number | undefined> {
  const { w, id } = item;
  const name = textOf(fields.name ?? row.name);
  const maker = textOf(fields.manufacturer) || manufacturer;
  const manufacturers_id = maker === '' ? 0 : ((await dropdownByName(w, 'Manufacturer', maker)) ?? 0);
  const entity = await entityOf(item, row, fields.new_entities_id);
  if (name.toLowerCase() === textOf(row.name).toLowerCase() && entity === Number(row.entities_id)) {
    const own = columns.filter((column) => fields[column] !== undefined).map((column) => [column, fields[column]]);
    const change = { name, manufacturers_id, ...Object.fromEntries(own) };
    return (await item.update(row, change)) ? id : undefined;
  }
  const other = await otherSoftware(item, { name, manufacturers_id, entities_id: entity });
  if (other === undefined || other === id) return other;
  await w.ctx.db
    .updateTable('glpi_softwarelicenses')
    .set({ softwares_id: other })
    .where('softwares_id', '=', id)
    .execute();
  return other;
}

/** Software moves up only. */
async function entityOf({ w }: OneItem, row: Row, wanted: unknown): Promise<number> {
  const own = Number(row.entities_id);
  const tree = await w.ctx.site.entities.get();
  return wanted !== undefined && tree.ancestors(own).includes(Number(wanted)) ? Number(wanted) : own;
}

interface Identity {
  readonly name: string;
  readonly manufacturers_id: number;
  readonly entities_id: number;
}

/** A software that can be seen in the entity, taken out of the trashbin if need be; a new one where there is none. */
async function otherSoftware({ w, itemtype }: OneItem, wanted: Identity): Promise<number | undefined> {
  const above = (await w.ctx.site.entities.get()).ancestors(wanted.entities_id);
  const row: Row | undefined = await w.ctx.db
    .selectFrom(itemtype.table)
    .selectAll()
    .where('name', '=', wanted.name)
    .where('manufacturers_id', '=', wanted.manufacturers_id)
    .where('is_template', '=', 0)
    .where((eb) =>
      eb.or([
        eb('entities_id', '=', wanted.entities_id),
        ...(above.length > 0 ? [eb.and([eb('is_recursive', '=', 1), eb('entities_id', 'in', above)])] : []),
      ]),
    )
    .orderBy('id')
    .executeTakeFirst();
  if (row) {
    if (truthy(row.is_deleted)) await restoreItem(w, itemtype, row);
    return Number(row.id);
  }
  return w.add(itemtype, {
    ...wanted,
    is_recursive: 1,
    is_helpdesk_visible: w.ctx.settings.number('default_software_helpdesk_visible'),
  });
}

/** Versions get their new names, and the software that they belong to now; equal ones become one. */
async function renameVersions({ w, id }: OneItem, kept: number, entry: DictionaryEntry): Promise<void> {
  const versions = catalog.itemtype('SoftwareVersion')!;
  const rows: Row[] = await w.ctx.db
    .selectFrom(versions.table)
    .selectAll()
    .where('softwares_id', '=', id)
    .orderBy('id')
    .execute();
  for (const row of rows) {
    const name = versionName(textOf(row.name), entry);
    if (kept === id && name === textOf(row.name)) continue;
    const same: Row | undefined = await w.ctx.db
      .selectFrom(versions.table)
      .select('id')
      .where('softwares_id', '=', kept)
      .where('name', '=', name)
      .orderBy('id')
      .executeTakeFirst();
    if (same && Number(same.id) !== Number(row.id)) {
      await replaceVersion(w.ctx.db, row, Number(same.id));
      await w.delete(versions, row, { force: true });
      continue;
    }
    await w.ctx.db
      .updateTable(versions.table)
      .set({ name, softwares_id: kept })
      .where('id', '=', Number(row.id))
      .execute();
  }
  w.forget();
}

function versionName(name: string, { fields, versionSuffix }: DictionaryEntry): string {
  return versionSuffix === '' ? textOf(fields.version) || name : name + versionSuffix;
}

/** Installations and licenses of a version become those of another; what has both keeps the other. */
async function replaceVersion(db: Db, { id }: Row, by: number): Promise<void> {
  const old = Number(id);
  const installed: Row[] = await db
    .selectFrom('glpi_items_softwareversions as old')
    .innerJoin('glpi_items_softwareversions as kept', (join) =>
      join
        .onRef('kept.itemtype', '=', 'old.itemtype')
        .onRef('kept.items_id', '=', 'old.items_id')
        .on('kept.softwareversions_id', '=', by),
    )
    .select('old.id')
    .where('old.softwareversions_id', '=', old)
    .execute();
  if (installed.length > 0) {
    const ids = installed.map((row) => Number(row.id));
    await db.deleteFrom('glpi_items_softwareversions').where('id', 'in', ids).execute();
  }
  const uses = [
    ['glpi_items_softwareversions', 'softwareversions_id'],
    ['glpi_softwarelicenses', 'softwareversions_id_buy'],
    ['glpi_softwarelicenses', 'softwareversions_id_use'],
  ] as const;
  for (const [table, column] of uses) {
    await db
      .updateTable(table)
      .set({ [column]: by })
      .where(column, '=', old)
      .execute();
  }
}

async function hasVersions({ w, id }: OneItem): Promise<boolean> {
  const row = await w.ctx.db
    .selectFrom('glpi_softwareversions')
    .select('id')
    .where('softwares_id', '=', id)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function discard(item: OneItem, row: Row): Promise<void> {
  const { w, itemtype, id } = item;
  const reason = w.ctx.translate('Software deleted by GLPI dictionary rules');
  const comment = textOf(row.comment) === '' ? reason : `${textOf(row.comment)}\n${reason}`;
  if (!(await item.update(row, { comment }))) return;
  const current = await w.lock(itemtype, id);
  if (current && !truthy(current.is_deleted)) await w.delete(itemtype, current, { force: false });
}
