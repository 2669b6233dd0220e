import type { Context } from '../../../context.ts';
import type { Row } from '../../../database/database.ts';
import { entityCondition } from '../../../entities/entity-condition.ts';
import type { Owner } from './blocks.ts';

/** Tables that link items to ITIL objects, with the key of the latter. */
const links = {
  Ticket: { table: 'glpi_tickets', link: 'glpi_items_tickets', key: 'tickets_id' },
  Problem: { table: 'glpi_problems', link: 'glpi_items_problems', key: 'problems_id' },
  Change: { table: 'glpi_changes', link: 'glpi_changes_items', key: 'changes_id' },
} as const;

/**
 * Reads the tickets (problems, changes) of an item in the active entities, with the category, and with the entity where
 * there can be more than one.
 */
export const itilObjectsOf =
  (kind: keyof typeof links) =>
  async (ctx: Context, { itemtype, id }: Owner): Promise<Row[]> => {
    const { table, link, key } = links[kind];
    const { entities } = ctx.session;
    const severalEntities = (entities?.ids.length ?? 0) > 1;
    return ctx.db
      .selectFrom(`${link} as link`)
      .innerJoin(`${table} as object`, 'object.id', `link.${key}`)
      .leftJoin('glpi_itilcategories as category', 'category.id', 'object.itilcategories_id')
      .leftJoin('glpi_entities as entity', 'entity.id', 'object.entities_id')
      .selectAll('object')
      .select('category.completename as catname')
      .$if(severalEntities, (query) => query.select(['entity.completename as entityname', 'entity.id as entityID']))
      .where('link.itemtype', '=', itemtype.name)
      .where('link.items_id', '=', id)
      .where(entityCondition(entities, 'object', { recursive: false }))
      .orderBy('object.date_mod', 'desc')
      .execute();
  };
