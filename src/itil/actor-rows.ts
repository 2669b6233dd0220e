/** The rows that link actors to an item, and their names (itil 3). */
import { type RawBuilder, sql } from 'kysely';
import * as catalog from '../catalog/catalog.ts';
import type { Row } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';
import { type ActorKind, actorKinds, type ItilKind, roleNumbers } from './kinds.ts';

/** Somebody's part in an item, as it is stored. */
export interface ActorRow {
  readonly id: number;
  readonly kind: ActorKind;
  /** `type` of the row. */
  readonly role: number;
  /** Of the user, group or supplier; 0 for an address alone. */
  readonly actor: number;
  readonly use_notification: number;
  readonly alternative_email: string;
}

/** The link classes' columns that name the actor. */
export const actorColumns: Readonly<Record<ActorKind, string>> = {
  User: 'users_id',
  Group: 'groups_id',
  Supplier: 'suppliers_id',
};

/** Everybody who has a part in an item, users first, in order of their rows; in one statement. */
export async function actorRows(w: Writing, { itemtype, links }: ItilKind, id: number): Promise<ActorRow[]> {
  const parts = actorKinds.map((kind) => {
    const mail =
      kind === 'Group' ? sql`0 as use_notification, '' as alternative_email` : sql`use_notification, alternative_email`;
    const columns = sql`${sql.lit(kind)} as kind, id, type as role, ${sql.ref(actorColumns[kind])} as actor, ${mail}`;
    return sql`select ${columns} from ${sql.table(links[kind].table)} where ${sql.ref(itemtype.foreignKey)} = ${id}`;
  });
  const { rows } = await union(parts).execute(w.ctx.db);
  const found = rows.map(
    (row): ActorRow => ({
      id: Number(row.id),
      kind: kindNamed(row.kind),
      role: Number(row.role),
      actor: Number(row.actor),
      use_notification: Number(row.use_notification),
      alternative_email: String(row.alternative_email ?? ''),
    }),
  );
  return found.sort((a, b) => actorKinds.indexOf(a.kind) - actorKinds.indexOf(b.kind) || a.id - b.id);
}

/** Whether somebody is in charge. */
export const hasAssigned = (rows: readonly ActorRow[]): boolean => rows.some(({ role }) => role === roleNumbers.assign);

/**
 * What histories call actors, `<name> (<id>)`, looked up in one statement; answers undefined for those who don't exist.
 *
 * @param options.hold those who do exist stay until the transaction ends
 */
export async function actorNames(
  w: Writing,
  actors: readonly { readonly kind: ActorKind; readonly actor: number }[],
  { hold = false } = {},
): Promise<(kind: ActorKind, actor: number) => string | undefined> {
  const lock = hold ? sql`lock in share mode` : sql``;
  const parts = actorKinds.flatMap((kind) => {
    const ids = [...new Set(actors.flatMap((one) => (one.kind === kind && one.actor > 0 ? [one.actor] : [])))];
    if (ids.length === 0) return [];
    const person = kind === 'User' ? sql`realname, firstname` : sql`null as realname, null as firstname`;
    const { table } = catalog.itemtype(kind)!;
    return [
      sql`(select ${sql.lit(kind)} as kind, id, name, ${person} from ${sql.table(table)} where id in (${sql.join(ids)}) ${lock})`,
    ];
  });
  const names = new Map<string, string>();
  const { rows } = parts.length > 0 ? await union(parts).execute(w.ctx.db) : { rows: [] };
  for (const row of rows)
    names.set(`${row.kind} ${row.id}`, await w.names.peer(catalog.itemtype(String(row.kind))!, row));
  return (kind, actor) => names.get(`${kind} ${actor}`);
}

const union = (parts: readonly RawBuilder<unknown>[]): RawBuilder<Row> =>
  sql<Row>`${sql.join(parts, sql` union all `)}`;

const kindNamed = (name: unknown): ActorKind => actorKinds.find((kind) => kind === name) ?? 'User';
