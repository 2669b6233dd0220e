/** The documents of an item and of what is written about it. */
import * as catalog from '../catalog/catalog.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Db, Row } from '../database/database.ts';

/** `timeline_position` of pictures that a text shows: they aren't listed beside it. */
const IN_TEXT = -1;

export interface ItemDocument {
  readonly id: number;
  /** The columns of `glpi_documents`. */
  readonly row: Row;
  /** A picture within a text. */
  readonly isInText: boolean;
  /** Belongs to a private followup or task. */
  readonly isPrivate: boolean;
}

/** The documents of an item, and of the followups, tasks, solutions and approvals of an ITIL item; each once. */
export async function documentsOf(db: Db, itemtype: Itemtype, id: number): Promise<ItemDocument[]> {
  const links = await linksOf(db, itemtype, id);
  if (links.length === 0) return [];
  const rows: Row[] = await db
    .selectFrom('glpi_documents')
    .selectAll()
    .where('is_deleted', '=', 0)
    .where('id', 'in', [...new Set(links.map((link) => link.documents_id))])
    .execute();
  return rows
    .map((row) => ({ row, own: links.filter((link) => link.documents_id === row.id) }))
    .sort((a, b) => Number(a.own[0]!.id) - Number(b.own[0]!.id))
    .map(({ row, own }) => ({
      id: Number(row.id),
      row,
      isInText: own.every((link) => Number(link.timeline_position) === IN_TEXT),
      isPrivate: own.every((link) => Number(link.is_private) === 1),
    }));
}

const columns = ['link.id', 'link.documents_id', 'link.timeline_position'] as const;

/** Rows of `glpi_documents_items` in their order. */
async function linksOf(db: Db, itemtype: Itemtype, id: number): Promise<Row[]> {
  const { name, foreignKey, itilLinks } = itemtype;
  let query = db
    .selectFrom('glpi_documents_items as link')
    .select(columns)
    .select((value) => value.lit(0).as('is_private'))
    .where('link.itemtype', '=', name)
    .where('link.items_id', '=', id);
  if (itilLinks) {
    for (const part of ['ITILFollowup', 'ITILSolution', `${name}Task`, `${name}Validation`]) {
      const type = catalog.itemtype(part);
      if (!type) continue;
      const isShared = part.startsWith('ITIL');
      const ofPart = db
        .selectFrom(`${type.table} as part`)
        .innerJoin('glpi_documents_items as link', 'link.items_id', 'part.id')
        .select(columns)
        .select((value) => (hasPrivacy(part) ? value.ref('part.is_private') : value.lit(0)).as('is_private'))
        .where('link.itemtype', '=', part)
        .where(isShared ? 'part.items_id' : `part.${foreignKey}`, '=', id);
      query = query.unionAll(isShared ? ofPart.where('part.itemtype', '=', name) : ofPart);
    }
  }
  return query.orderBy('id').execute();
}

const hasPrivacy = (part: string): boolean => part === 'ITILFollowup' || part.endsWith('Task');
