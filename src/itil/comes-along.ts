/** What an input wants made beside the item's own row (itil 2.5, 2.9, 5.2). */

import type { Input } from '../behaviours/behaviour.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Row } from '../database/database.ts';
import { isNumericPhp, truthy } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import type { ItilKind } from './kinds.ts';

/** Makes an item of a class by its name. */
export const make = (w: Writing, itemtype: string, input: Input): Promise<number | undefined> =>
  w.add(catalog.itemtype(itemtype)!, input);

/** The ids in a list, or the single one that stands in its place. */
export function idList(value: unknown): number[] {
  const values = typeof value === 'object' && value !== null ? Object.values(value) : [value];
  return values.flatMap((one) => (isNumericPhp(one) && Number(one) > 0 ? [Math.trunc(Number(one))] : []));
}

/** `items_id: {"Computer": [1, 2]}`: nothing is checked but that a pair isn't linked yet. */
export async function linkItems(w: Writing, kind: ItilKind, id: number, input: Input): Promise<void> {
  const { items_id } = input;
  if (typeof items_id !== 'object' || items_id === null) return;
  for (const [itemtype, ids] of Object.entries(items_id)) {
    for (const items of idList(ids)) {
      await make(w, kind.itemLink, { [kind.itemtype.foreignKey]: id, itemtype, items_id: items });
    }
  }
}

/** The first item that an input names; undefined when it names none. */
export function firstItem(input: Input): { readonly itemtype: string; readonly id: number } | undefined {
  const { items_id } = input;
  if (typeof items_id !== 'object' || items_id === null) return undefined;
  for (const [itemtype, ids] of Object.entries(items_id)) {
    const [id] = idList(ids);
    if (id !== undefined) return { itemtype, id };
  }
  return undefined;
}

/** `_projects_id`: links to projects that aren't linked yet. */
export async function linkProjects(w: Writing, { itemtype }: ItilKind, id: number, input: Input): Promise<void> {
  const wanted = idList(input._projects_id);
  if (wanted.length === 0) return;
  const rows: Row[] = await w.ctx.db
    .selectFrom('glpi_itils_projects')
    .select('projects_id')
    .where('itemtype', '=', itemtype.name)
    .where('items_id', '=', id)
    .execute();
  const linked = new Set(rows.map((row) => Number(row.projects_id)));
  for (const projects_id of wanted) {
    if (!linked.has(projects_id)) await make(w, 'Itil_Project', { itemtype: itemtype.name, items_id: id, projects_id });
  }
}

/** Documents that are there already. */
export async function linkDocuments(w: Writing, { itemtype }: ItilKind, id: number, documents: unknown): Promise<void> {
  for (const documents_id of idList(documents)) {
    await make(w, 'Document_Item', { documents_id, itemtype: itemtype.name, items_id: id });
  }
}

/** Tasks, followups and a solution made from templates (itil 10.6). */
export async function useTemplates(w: Writing, kind: ItilKind, item: Row, input: Input): Promise<void> {
  const { itemtype, task } = kind;
  const id = Number(item.id);
  for (const template of idList(input._tasktemplates_id)) {
    await make(w, task, {
      [itemtype.foreignKey]: id,
      _tasktemplates_id: template,
      date: item.date,
      _disablenotif: true,
    });
  }
  for (const template of idList(input._itilfollowuptemplates_id)) {
    await make(w, 'ITILFollowup', {
      itemtype: itemtype.name,
      items_id: id,
      _itilfollowuptemplates_id: template,
      _do_not_compute_takeintoaccount: true,
      _disablenotif: true,
    });
  }
  const [solution] = idList(input._solutiontemplates_id);
  if (solution !== undefined && truthy(input._solutiontemplates_id)) {
    await make(w, 'ITILSolution', {
      itemtype: itemtype.name,
      items_id: id,
      _solutiontemplates_id: solution,
      _disablenotif: true,
    });
  }
}
