/** Categories and unification of software (massive-actions 4.2). */
import * as catalog from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import { phpIntval } from '../../http/php-values.ts';
import { DELETE, UPDATE } from '../../rights/bits.ts';
import { softwareCategory } from '../../rules/software-category.ts';
import { FAILED, type MassiveAction, OK } from '../action.ts';
import type { OneItem } from '../one-item.ts';
import { replayDictionary } from './software-dictionary.ts';

/** The category that the rules give a software (rules 6). */
const computeCategory: MassiveAction = {
  key: 'Software:compute_software_category',
  async apply(item) {
    const row = await item.loadFor(UPDATE);
    if (!row) return item.refuse('right');
    const category = await softwareCategory(item.w, row);
    if (category === undefined) return item.refuse('action');
    return (await item.update(row, { softwarecategories_id: category })) ? OK : item.refuse('action');
  },
};

/** Gives another software what the software has, and puts it into the trashbin. */
const merge: MassiveAction = {
  key: 'Software:merge',
  async apply(item) {
    const { w, itemtype, id } = item;
    const { rights } = w.ctx;
    const kept = phpIntval(item.input.item_items_id);
    const keeper = kept > 0 ? await w.load(itemtype, kept) : undefined;
    if (!keeper) return FAILED;
    if (kept === id) return undefined;
    const row = await item.loadFor(DELETE);
    const mayMerge =
      row && (await rights.canItem(itemtype, row, UPDATE)) && (await rights.canItem(itemtype, keeper, UPDATE));
    if (!mayMerge) return item.refuse('right');
    await moveVersions(item, kept);
    for (const license of await partsOf(item, 'SoftwareLicense', id)) {
      await w.update(catalog.itemtype('SoftwareLicense')!, Number(license.id), { softwares_id: kept });
    }
    const comment = w.ctx.translate('Software deleted after merging');
    if (!(await item.update(row, { comment }))) return item.refuse('action');
    const merged = await w.lock(itemtype, id);
    return merged && (await w.delete(itemtype, merged, { force: false })) ? OK : item.refuse('action');
  },
};

/** Versions that the other software has, too, give it their installations; the others go over whole. */
async function moveVersions(item: OneItem, kept: number): Promise<void> {
  const { w, id } = item;
  const versions = catalog.itemtype('SoftwareVersion')!;
  const installations = catalog.itemtype('Item_SoftwareVersion')!;
  const known = new Map(
    (await partsOf(item, versions.name, kept)).map((version) => [version.name, Number(version.id)]),
  );
  for (const version of await partsOf(item, versions.name, id)) {
    const same = known.get(version.name);
    if (same === undefined) {
      await w.update(versions, Number(version.id), { softwares_id: kept });
      continue;
    }
    const installed: Row[] = await w.ctx.db
      .selectFrom(installations.table)
      .select('id')
      .where('softwareversions_id', '=', version.id)
      .execute();
    for (const { id: own } of installed) await w.update(installations, Number(own), { softwareversions_id: same });
    await w.delete(versions, version, { force: true });
  }
}

function partsOf({ w }: OneItem, name: string, software: number): Promise<Row[]> {
  const { table } = catalog.itemtype(name)!;
  return w.ctx.db.selectFrom(table).selectAll().where('softwares_id', '=', software).orderBy('id').execute();
}

export const softwareActions: readonly MassiveAction[] = [computeCategory, merge, replayDictionary];
