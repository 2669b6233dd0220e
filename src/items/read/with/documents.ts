import type { Context } from '../../../context.ts';
import type { Row } from '../../../database/database.ts';
import type { Owner } from './blocks.ts';

/** Documents attached to an item: what the link says, then the document's columns. */
export async function documentsOf(ctx: Context, { itemtype, id }: Owner): Promise<Row[]> {
  return ctx.db
    .selectFrom('glpi_documents_items as link')
    .innerJoin('glpi_documents as document', 'document.id', 'link.documents_id')
    .leftJoin('glpi_entities as entity', 'entity.id', 'document.entities_id')
    .leftJoin('glpi_documentcategories as category', 'category.id', 'document.documentcategories_id')
    .select([
      'link.id as assocID',
      'link.date_creation as assocdate',
      'entity.id as entityID',
      'entity.completename as entity',
      'category.completename as headings',
    ])
    .selectAll('document')
    .where('link.itemtype', '=', itemtype.name)
    .where('link.items_id', '=', id)
    .orderBy('link.id')
    .execute();
}
