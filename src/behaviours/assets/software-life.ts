import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour } from '../behaviour.ts';
import { calledAfter } from '../common/parent-name.ts';

/** Software that goes takes its licences into the trashbin (items-write W10). */
export const softwareLife: Behaviour = {
  async beforePurge(w, itemtype, { row }) {
    const licences = typeNamed('SoftwareLicense')!;
    const rows: Row[] = await w.ctx.db
      .selectFrom(licences.table)
      .selectAll()
      .where('softwares_id', '=', row[itemtype.indexName])
      .orderBy('expire')
      .orderBy('number')
      .execute();
    for (const licence of rows) await w.delete(licences, licence, { force: false });
  },
};

export const softwareVersionLife: Behaviour = calledAfter('Software', 'softwares_id');

/** Installations repeat some of their asset's columns (items-write W18). */
export const installationLife: Behaviour = {
  async prepareAdd(w, _itemtype, input) {
    const type = typeNamed(String(input.itemtype ?? ''));
    const item = type && (await w.load(type, Number(input.items_id)));
    if (!item) return true;
    input.is_template_item ??= item.is_template ?? 0;
    input.is_deleted_item ??= item.is_deleted ?? 0;
    return true;
  },
};

/** Licences: of a software, valid while they aren't assigned more often than bought. */
export const licenceLife: Behaviour = {
  quietTree: true,
  ...calledAfter('Software', 'softwares_id'),

  prepareAdd(w, _itemtype, input) {
    if (Number(input.softwares_id) > 0) return true;
    w.messages.error(w.ctx.translate('Please select a software for this license'));
    return false;
  },

  async afterAdd(w, _itemtype, row) {
    await checkSoftware(w, Number(row.softwares_id));
  },

  async beforeUpdate(w, _itemtype, change) {
    if (!change.updates.has('number') && !change.updates.has('allow_overquota')) return;
    const valid = await isValid(w, Number(change.old.id), change.fields);
    if (Number(change.fields.is_valid) === valid) return;
    change.fields.is_valid = valid;
    change.updates.delete('date_mod');
    change.updates.add('is_valid').add('date_mod');
  },

  async afterUpdate(w, _itemtype, change) {
    if (change.updates.has('is_valid')) await checkSoftware(w, Number(change.fields.softwares_id));
  },

  async afterPurge(w, _itemtype, { row, cascade }) {
    if (!cascade) await checkSoftware(w, Number(row.softwares_id));
  },
};

/** Each assignment counts. */
export const licenceAssignmentLife: Behaviour = {
  async completeAdd(w, _itemtype, row) {
    await checkLicence(w, Number(row.softwarelicenses_id));
  },
  async afterPurge(w, _itemtype, { row, cascade }) {
    if (!cascade) await checkLicence(w, Number(row.softwarelicenses_id));
  },
};

async function checkLicence(w: Writing, id: number): Promise<void> {
  const licences = typeNamed('SoftwareLicense')!;
  const licence = await w.load(licences, id);
  if (!licence) return;
  const valid = await isValid(w, id, licence);
  if (Number(licence.is_valid) !== valid) await w.update(licences, id, { is_valid: valid });
}

/** A licence of any number, or one that may be exceeded, is always valid. */
async function isValid(w: Writing, id: number, licence: Readonly<Record<string, unknown>>): Promise<0 | 1> {
  const number = Number(licence.number);
  if (number < 0 || Number(licence.allow_overquota) === 1) return 1;
  const { used }: { used: number | string | bigint } = await w.ctx.db
    .selectFrom('glpi_items_softwarelicenses')
    .select((eb) => eb.fn.countAll<number>().as('used'))
    .where('softwarelicenses_id', '=', id)
    .where('is_deleted', '=', 0)
    .executeTakeFirstOrThrow();
  return Number(used) <= number ? 1 : 0;
}

/** A software is valid when all its licences are. */
async function checkSoftware(w: Writing, id: number): Promise<void> {
  const softwares = typeNamed('Software')!;
  const software = await w.load(softwares, id);
  if (!software) return;
  const invalid = await w.ctx.db
    .selectFrom('glpi_softwarelicenses')
    .select('id')
    .where('softwares_id', '=', id)
    .where('is_valid', '=', 0)
    .limit(1)
    .executeTakeFirst();
  const valid = invalid ? 0 : 1;
  if (Number(software.is_valid) !== valid) await w.update(softwares, id, { is_valid: valid });
}
