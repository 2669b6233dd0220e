import type { Itemtype } from '../../catalog/model.ts';
import { hasRowZero } from '../../catalog/row-zero.ts';
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour, Change, Input } from '../behaviour.ts';
import { Action } from '../history-actions.ts';
import { behavioursOf } from '../registry.ts';
import { ancestorsOf, cacheOf, forgetSons, isBelow, lockedRow, moveBranch } from './tree.ts';

/** Dropdowns in a tree: complete names, levels and caches are kept, parents hear of their children (items-write W12). */
export const treeDropdown: Behaviour = {
  async prepareAdd(w, itemtype, input) {
    input.name ??= '';
    const parent = await lockedRow(w, itemtype, input[itemtype.foreignKey]);
    setPlace(itemtype, input, String(input.name ?? ''), parent);
    if ('ancestors_cache' in columnsOf(w, itemtype) && !isQuiet(w, itemtype)) {
      const above = parent ? await ancestorsOf(w, itemtype, parent) : [];
      input.ancestors_cache = cacheOf(parent ? [...above, Number(parent[itemtype.indexName])] : []);
    }
    return true;
  },

  async afterAdd(w, itemtype, row) {
    await forgetSons(w, itemtype, row);
    if (Number(row[itemtype.foreignKey]) > 0) await tellParent(w, itemtype, row, row[itemtype.foreignKey], 'added');
  },

  async prepareUpdate(w, itemtype, row, input) {
    const key = itemtype.foreignKey;
    const id = Number(row[itemtype.indexName]);
    const isRoot = hasRowZero(itemtype) && id === 0;
    const moves = !isRoot && input[key] !== undefined && Number(input[key]) !== Number(row[key] ?? 0);
    const renames = input.name !== undefined && input.name !== row.name;
    if (!moves && !renames) return true;
    const parent = isRoot ? undefined : await lockedRow(w, itemtype, moves ? input[key] : row[key]);
    if (moves && parent && (await isBelow(w, itemtype, parent, id))) return false;
    if (moves && !parent) input[key] = 0;
    setPlace(itemtype, input, String(input.name ?? row.name ?? ''), parent);
    if (moves && 'ancestors_cache' in columnsOf(w, itemtype)) input.ancestors_cache = null;
    return true;
  },

  async afterUpdate(w, itemtype, change) {
    const key = itemtype.foreignKey;
    const moved = change.updates.has(key);
    if ((!moved && !change.updates.has('completename')) || isQuiet(w, itemtype)) return;
    await moveBranch(w, itemtype, change.fields as Row);
    if (!moved) return;
    await forgetSons(w, itemtype, change.old as Row);
    await forgetSons(w, itemtype, change.fields as Row);
    await tellMove(w, itemtype, change);
  },

  async beforeDelete(w, itemtype, row, input) {
    if (isImplicit(itemtype) || hasRowZero(itemtype)) return true;
    const id = Number(row[itemtype.indexName]);
    const key = itemtype.foreignKey;
    const children: Row[] = await w.ctx.db
      .selectFrom(itemtype.table)
      .select(itemtype.indexName)
      .where(key, '=', id)
      .where(itemtype.indexName, '!=', id)
      .execute();
    const parent = Number(input._replace_by) || Number(row[key] ?? 0);
    for (const child of children) {
      const input = { [key]: parent, _disablenotif: true };
      await w.update(itemtype, Number(child[itemtype.indexName]), input, (now) => Number(now[key]) === id);
    }
    return true;
  },

  async afterPurge(w, itemtype, { row }) {
    await forgetSons(w, itemtype, row);
    if (Number(row[itemtype.foreignKey]) > 0) await tellParent(w, itemtype, row, row[itemtype.foreignKey], 'removed');
  },
};

function columnsOf(w: Writing, itemtype: Itemtype): Readonly<Record<string, true>> {
  const columns = w.ctx.site.schema.table(itemtype.table)?.columns.keys() ?? [];
  return Object.fromEntries([...columns].map((name) => [name, true]));
}

/** Where a row stands: below its parent, or on the first level. */
function setPlace(itemtype: Itemtype, input: Input, name: string, parent: Row | undefined): void {
  if (parent) {
    input.completename = `${parent.completename} > ${name}`;
    input.level = Number(parent.level) + 1;
  } else {
    if (input[itemtype.foreignKey] !== undefined) input[itemtype.foreignKey] = 0;
    input.completename = name;
    input.level = 1;
  }
}

async function tellParent(
  w: Writing,
  itemtype: Itemtype,
  row: Row,
  parent: unknown,
  what: 'added' | 'removed',
): Promise<void> {
  if (!itemtype.flags.dohistory || !isParent(itemtype, parent) || isQuiet(w, itemtype)) return;
  const text = await w.names.peer(itemtype, row);
  w.history.add({
    itemtype: itemtype.name,
    id: Number(parent),
    link: itemtype.name,
    ...(what === 'added' ? { action: Action.addChild, new: text } : { action: Action.deleteChild, old: text }),
  });
}

/** The root entity is 0; in every other tree 0 is nobody. */
const isParent = (itemtype: Itemtype, id: unknown): boolean =>
  id !== null && id !== undefined && (Number(id) > 0 || hasRowZero(itemtype));

/** The old parent loses a child, the new one gets it, the item changes its parent (items-write W12.3). */
async function tellMove(w: Writing, itemtype: Itemtype, { old, fields }: Change): Promise<void> {
  const key = itemtype.foreignKey;
  const row = fields as Row;
  await tellParent(w, itemtype, row, old[key], 'removed');
  await tellParent(w, itemtype, row, fields[key], 'added');
  if (!itemtype.flags.dohistory || isQuiet(w, itemtype)) return;
  w.history.add({
    itemtype: itemtype.name,
    id: Number(row[itemtype.indexName]),
    link: itemtype.name,
    action: Action.updateChild,
    old: await parentName(w, itemtype, old[key]),
    new: await parentName(w, itemtype, fields[key]),
  });
}

async function parentName(w: Writing, itemtype: Itemtype, id: unknown): Promise<string> {
  if (!isParent(itemtype, id)) return '';
  const parent = await w.load(itemtype, Number(id));
  return parent ? w.names.peer(itemtype, parent) : '';
}

const isQuiet = (w: Writing, itemtype: Itemtype): boolean =>
  behavioursOf(w.ctx.site.behaviours, itemtype).some((one) => one.quietTree);

/** Trees whose branches follow from other columns. */
const isImplicit = (itemtype: Itemtype): boolean => itemtype.ancestors.includes('CommonImplicitTreeDropdown');
