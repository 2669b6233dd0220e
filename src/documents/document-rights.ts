import { itemtype as typeNamed } from '../catalog/catalog.ts';
import type { Context } from '../context.ts';
import type { Row } from '../database/database.ts';
import { READ } from '../rights/bits.ts';

/**
 * Whether the session may have a document's file: who may read the document may, and who may read an item that it is
 * attached to. (GLPI 10's API hands files to every session; its own pages go by these rules.)
 */
export async function mayReadFile(ctx: Context, document: Row): Promise<boolean> {
  const documentType = typeNamed('Document');
  if (documentType && (await ctx.rights.canItem(documentType, document, READ))) return true;
  const links: { itemtype: string; items_id: number }[] = await ctx.db
    .selectFrom('glpi_documents_items')
    .select(['itemtype', 'items_id'])
    .where('documents_id', '=', document.id)
    .execute();
  for (const [name, some] of Map.groupBy(links, (link) => link.itemtype)) {
    const itemtype = typeNamed(name);
    if (!itemtype || !ctx.site.schema.table(itemtype.table)) continue;
    const ids = some.map(({ items_id }) => items_id);
    const rows: Row[] = await ctx.db
      .selectFrom(itemtype.table)
      .selectAll()
      .where(itemtype.indexName, 'in', ids)
      .execute();
    for (const row of rows) if (await ctx.rights.canItem(itemtype, row, READ)) return true;
  }
  return false;
}
