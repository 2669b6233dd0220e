import type { Context } from '../../../context.ts';
import type { Row } from '../../../database/database.ts';
import { entityCondition } from '../../../entities/entity-condition.ts';
import type { Owner } from './blocks.ts';

/** Links of an item to the contracts that the session sees, by the contract's name. */
export async function contractsOf(ctx: Context, { itemtype, id }: Owner): Promise<Row[]> {
  return ctx.db
    .selectFrom('glpi_contracts_items as link')
    .innerJoin('glpi_contracts as contract', 'contract.id', 'link.contracts_id')
    .selectAll('link')
    .where('link.itemtype', '=', itemtype.name)
    .where('link.items_id', '=', id)
    .where(entityCondition(ctx.session.entities, 'contract', { recursive: true }))
    .orderBy('contract.name')
    .execute();
}
