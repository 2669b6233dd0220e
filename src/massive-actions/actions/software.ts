/** Categories and unification of software (massive-actions 4.2). */
import type { Input } from '../../behaviours/behaviour.ts';
import * as catalog from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import { phpIntval } from '../../http/php-values.ts';
import { DELETE, UPDATE } from '../../rights/bits.ts';
import { doPlainAction } from '../../rules/action.ts';
import { Lookups } from '../../rules/lookups.ts';
import { activeRules } from '../../rules/rule.ts';
import { runRules } from '../../rules/run.ts';
import { FAILED, type MassiveAction, OK } from '../action.ts';
import type { OneItem } from '../one-item.ts';

const CATEGORY_RULES = 'RuleSoftwareCategory';

/** The category that the rules give a software (rules 6). */
const computeCategory: MassiveAction = {
  key: 'Software:compute_software_category',
  async apply(item) {
    const row = await item.load();
    if (!row) return item.refuse('missing');
    const category = await categoryOf(item, row);
    if (category === undefined) return item.refuse('action');
    return (await item.update(row, { softwarecategories_id: category })) ? OK : item.refuse('action');
  },
};

async function categoryOf({ w }: OneItem, row: Row): Promise<unknown> {
  const { ctx } = w;
  const manufacturer = catalog.itemtype('Manufacturer')!;
  const maker = await w.load(manufacturer, Number(row.manufacturers_id));
  const facts: Input = { name: row.name, comment: row.comment, manufacturer: maker?.name };
  const output: Input = {};
  await runRules({
    subType: CATEGORY_RULES,
    set: await activeRules(ctx.db, CATEGORY_RULES),
    lookups: new Lookups({
      db: ctx.db,
      tree: await ctx.site.entities.get(),
      translate: ctx.translate,
      namesFormat: Number(ctx.session.preferences.names_format ?? 0),
    }),
    valueOf: (criterion) => facts[criterion],
    stopsAtFirst: true,
    act(actions, captured) {
      for (const action of actions) doPlainAction(action, captured, output, facts);
      return false;
    },
  });
  return output.softwarecategories_id;
}

/** Gives another software what the software has, and puts it into the trashbin. */
const merge: MassiveAction = {
  key: 'Software:merge',
  async apply(item) {
    const { w, itemtype, id } = item;
    const kept = phpIntval(item.input.item_items_id);
    if (kept <= 0 || !(await w.load(itemtype, kept))) return FAILED;
    if (kept === id) return undefined;
    const row = await item.loadFor(DELETE);
    if (!row || !(await w.ctx.rights.canItem(itemtype, row, UPDATE))) return item.refuse('right');
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

/** Dictionaries are replayed by GLPI's own scheduled work. */
const replay: MassiveAction = { key: 'Software:replay_dictionnary', apply: async () => OK };

export const softwareActions: readonly MassiveAction[] = [computeCategory, merge, replay];
