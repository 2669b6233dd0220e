/** Reads what belongs to an ITIL item, as far as a text mentions it. */
import { sql } from 'kysely';
import { statusSets } from '../../behaviours/itil/statuses.ts';
import * as catalog from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { documentsOf } from '../item-documents.ts';
import type { Occasion } from '../occasion.ts';
import { historyOf } from './history.ts';
import type { ItilRows } from './itil-lists.ts';

/** Rows around an ITIL item; those that no text mentions are left out. */
export async function readRows(
  itemtype: Itemtype,
  o: Occasion,
  row: Row,
  mentions: (...words: string[]) => boolean,
): Promise<ItilRows> {
  const { name, foreignKey } = itemtype;
  const { db } = o;
  const id = Number(row.id);
  const none: Row[] = [];
  const table = (part: string): string => catalog.itemtype(part)!.table;
  const ofItem = (part: string) =>
    db.selectFrom(table(part)).selectAll().where('itemtype', '=', name).where('items_id', '=', id);
  return {
    followups: mentions('followup', 'timelineitems', 'solution.approval')
      ? await ofItem('ITILFollowup').orderBy('date', 'desc').orderBy('id').execute()
      : none,
    tasks: mentions('task', 'timelineitems')
      ? await db
          .selectFrom(table(`${name}Task`))
          .selectAll()
          .where(foreignKey, '=', id)
          .orderBy('date', 'desc')
          .orderBy('id')
          .execute()
      : none,
    solutions: mentions('solution', 'timelineitems')
      ? await ofItem('ITILSolution').orderBy('id', 'desc').execute()
      : none,
    costs: mentions('cost')
      ? await db
          .selectFrom(table(`${name}Cost`))
          .selectAll()
          .where(foreignKey, '=', id)
          .orderBy('id')
          .execute()
      : none,
    documents: mentions('document') ? await documentsOf(db, itemtype, id) : [],
    logs: mentions('log') ? await historyOf(o, name, id) : [],
  };
}

/** How many items of the same entity are open. */
export async function countUnresolved({ name, table }: Itemtype, { db }: Occasion, row: Row): Promise<number> {
  const { solved, closed } = statusSets(name);
  const { n } = await db
    .selectFrom(table)
    .select(sql<number>`count(*)`.as('n'))
    .where('entities_id', '=', Number(row.entities_id))
    .where('is_deleted', '=', 0)
    .where('status', 'not in', [...solved, ...closed])
    .executeTakeFirstOrThrow();
  return Number(n);
}
