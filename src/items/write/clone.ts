/** Copies of items (items-write W5). */
import type { Input } from '../../behaviours/behaviour.ts';
import * as catalog from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { runHooks } from './hooks.ts';
import { linkTo } from './links.ts';
import { phpTrue, textOf } from './values.ts';
import type { Writing } from './writing.ts';

const CLONABLE = 'Glpi\\Features\\Clonable';

/** Columns that a copy has of its own. */
const ownColumns = ['id', 'date_mod', 'date_creation', 'template_name', 'is_template'];

/** The item that an input wants copied; undefined when it wants none, or the class can't be copied. */
export async function cloneSource(w: Writing, itemtype: Itemtype, input: Input): Promise<Row | undefined> {
  if (!itemtype.traits.includes(CLONABLE)) return undefined;
  const id = Number(input._oldID ?? input.id ?? 0);
  if (!(id > 0)) return undefined;
  const row = await w.load(itemtype, id);
  if (row) {
    delete input.id;
    delete input._oldID;
  }
  return row;
}

/** Makes the copy and copies what belongs to the source; the copy's id, undefined when it was refused. */
export async function cloneItem(
  w: Writing,
  itemtype: Itemtype,
  source: Row,
  override: Input,
): Promise<number | undefined> {
  const input: Input = { ...source, ...override, _clonedID: source[itemtype.indexName] };
  for (const column of ownColumns) if (override[column] === undefined) delete input[column];
  if (
    override.name === undefined &&
    !override._keep_names &&
    typeof source.name === 'string' &&
    itemtype.nameField === 'name'
  ) {
    input.name = await copyName(w, itemtype, source);
  }
  await runHooks(w, itemtype, (one) => one.prepareClone?.(w, itemtype, input));
  const id = await w.add(itemtype, input);
  if (id === undefined) return undefined;
  await cloneRelations(w, itemtype, source, id, phpTrue(override._keep_names) || phpTrue(source.is_template));
  await runHooks(w, itemtype, (one) => one.afterClone?.(w, itemtype, source, id));
  return id;
}

/** `<name> (copy)`, `<name> (copy 2)` …: the first that no other item has. */
async function copyName(w: Writing, itemtype: Itemtype, source: Row): Promise<string> {
  const base = textOf(source.name).replace(/ \(copy(?: \d+)?\)$/, '');
  const taken = new Set(await namesLike(w, itemtype, base));
  for (let number = 1; ; number++) {
    const name =
      number === 1 ? `${base} (${w.ctx.translate('copy')})` : `${base} (${w.ctx.translate('copy')} ${number})`;
    if (!taken.has(name)) return name;
  }
}

async function namesLike(w: Writing, itemtype: Itemtype, base: string): Promise<string[]> {
  const pattern = `${base.replace(/[\\%_]/g, '\\$&')} (%`;
  const rows: Row[] = await w.ctx.db.selectFrom(itemtype.table).select('name').where('name', 'like', pattern).execute();
  return rows.map((row) => textOf(row.name));
}

async function cloneRelations(
  w: Writing,
  itemtype: Itemtype,
  source: Row,
  id: number,
  keepsNames: boolean,
): Promise<void> {
  const sourceId = Number(source[itemtype.indexName]);
  const copy = (await w.load(itemtype, id)) ?? {};
  for (const name of itemtype.cloneRelations) {
    for (const follower of classesOf(name)) {
      const link = linkTo(follower, itemtype);
      if (!link) continue;
      let query = w.ctx.db.selectFrom(follower.table).selectAll().where(link.key, '=', sourceId);
      if (link.typeColumn) query = query.where(link.typeColumn, '=', itemtype.name);
      // In no stated order, as GLPI reads them: the copies get their numbers in the order of the same index.
      const rows: Row[] = await query.execute();
      for (const row of rows) {
        await cloneItem(w, follower, row, {
          [link.key]: id,
          ...inherited(copy, row),
          ...(keepsNames && { _keep_names: true }),
        });
      }
    }
  }
}

/** `Item_Devices` stands for the components of every kind. */
function classesOf(name: string): Itemtype[] {
  const one = catalog.itemtype(name);
  return one ? [one] : catalog.all().filter((type) => type.ancestors.includes(name));
}

/** A copy's parts are in its entity. */
function inherited(copy: Row, row: Row): Input {
  const columns = ['entities_id', 'is_recursive'].filter((column) => column in row && column in copy);
  return Object.fromEntries(columns.map((column) => [column, copy[column]]));
}
