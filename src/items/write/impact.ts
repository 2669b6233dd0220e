/** The impact graph forgets an item that goes (items-write W8.6). */
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import type { Writing } from './writing.ts';

/** Takes the items, their arrows, and groups of arrows that nobody is in any more out of the graph. */
export async function forgetImpact(w: Writing, itemtype: Itemtype, ids: readonly number[]): Promise<void> {
  if (!hasPlaceInGraph(itemtype)) return;
  const { db } = w.ctx;
  const items: Row[] = await db
    .selectFrom('glpi_impactitems')
    .select(['id', 'impactcontexts_id'])
    .where('itemtype', '=', itemtype.name)
    .where('items_id', 'in', ids)
    .execute();
  if (items.length === 0) return;
  for (const side of ['source', 'impacted']) {
    await db
      .deleteFrom('glpi_impactrelations')
      .where(`itemtype_${side}`, '=', itemtype.name)
      .where(`items_id_${side}`, 'in', ids)
      .execute();
  }
  await db
    .deleteFrom('glpi_impactitems')
    .where(
      'id',
      'in',
      items.map((item) => item.id),
    )
    .execute();
  const contexts = items.map((item) => item.impactcontexts_id).filter((id) => id !== 0 && id !== null);
  if (contexts.length === 0) return;
  await db
    .updateTable('glpi_impactitems')
    .set({ impactcontexts_id: 0 })
    .where('impactcontexts_id', 'in', contexts)
    .execute();
  await db.deleteFrom('glpi_impactcontexts').where('id', 'in', contexts).execute();
}

/** Links and children are no assets: nobody draws them. */
const hasPlaceInGraph = (itemtype: Itemtype): boolean => !itemtype.child && !itemtype.relation;
