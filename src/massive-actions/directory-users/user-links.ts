/** Addresses and groups of a user that come from a directory's entry: those marked as dynamic. */
import { sql } from 'kysely';
import type { DirectoryEntry } from '../../auth/ldap/entry.ts';
import * as catalog from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import { textOf } from '../../items/write/values.ts';
import type { Writing } from '../../items/write/writing.ts';

/** Gives a user the entry's addresses, and takes away those that came from it and are there no longer. */
export async function renewAddresses(w: Writing, user: number, addresses: readonly string[]): Promise<void> {
  const type = catalog.itemtype('UserEmail')!;
  const present = await rowsOf(w, type.table, user);
  for (const row of present) {
    if (row.is_dynamic === 1 && !addresses.includes(textOf(row.email))) await w.delete(type, row, { force: true });
  }
  for (const email of addresses) {
    if (!present.some((row) => row.email === email)) await w.add(type, { users_id: user, email, is_dynamic: 1 });
  }
}

/** A group that the directory decides on. */
export interface DirectoryGroup {
  readonly id: number;
  readonly attribute: string;
  readonly pattern: string;
  readonly dn: string;
}

/** The groups that an attribute of an entry, or a group of the directory, puts users into. */
export async function directoryGroups(w: Writing): Promise<DirectoryGroup[]> {
  const rows: Row[] = await w.ctx.db
    .selectFrom('glpi_groups')
    .select(['id', 'ldap_field', 'ldap_value', 'ldap_group_dn'])
    .where(sql<boolean>`(ldap_field <> '' and ldap_value <> '') or ldap_group_dn <> ''`)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: Number(row.id),
    attribute: textOf(row.ldap_field).toLowerCase(),
    pattern: textOf(row.ldap_value),
    dn: textOf(row.ldap_group_dn),
  }));
}

/** Puts a user into the groups that the entry gives, and out of those that it gave once. */
export async function renewGroups(
  w: Writing,
  user: number,
  entry: DirectoryEntry,
  groups: readonly DirectoryGroup[],
): Promise<void> {
  const type = catalog.itemtype('Group_User')!;
  const present = await rowsOf(w, type.table, user);
  for (const group of groups) {
    const row = present.find(({ groups_id }) => groups_id === group.id);
    const belongs = isMember(entry, group);
    if (belongs && !row) await w.add(type, { users_id: user, groups_id: group.id, is_dynamic: 1 });
    if (!belongs && row?.is_dynamic === 1) await w.delete(type, row, { force: true });
  }
}

function isMember({ values, groups, dn: own }: DirectoryEntry, { attribute, pattern, dn }: DirectoryGroup): boolean {
  if (dn !== '' && groups.some((one) => isSame(one, dn))) return true;
  if (attribute === '' || pattern === '') return false;
  const found = attribute === 'dn' ? branchesOf(own) : (values.get(attribute) ?? []);
  return found.some((value) => isLike(value, pattern));
}

/** Every branch of the directory that an entry is below. */
function branchesOf(dn: string): string[] {
  const parts = dn.split(/(?<!\\),/);
  return parts.map((_, at) => parts.slice(at).join(','));
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** As SQL's LIKE: `%` stands for anything. */
function isLike(value: string, pattern: string): boolean {
  const parts = pattern.toLowerCase().split('%');
  const text = value.toLowerCase();
  if (parts.length === 1) return text === parts[0];
  const [start = '', ...rest] = parts;
  const end = rest.pop() ?? '';
  if (!text.startsWith(start) || !text.endsWith(end) || text.length < start.length + end.length) return false;
  let at = start.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= text.length - end.length;
}

function rowsOf(w: Writing, table: string, user: number): Promise<Row[]> {
  return w.ctx.db.selectFrom(table).selectAll().where('users_id', '=', user).orderBy('id').execute();
}
