/** The people behind targets that any kind of item may have (notifications 4). */
import { sql } from 'kysely';
import type { Row } from '../database/database.ts';
import { type EntityMail, settingAddress } from './entity-mail.ts';
import type { Target } from './firing.ts';
import type { Occasion } from './occasion.ts';
import type { Candidate, Subject } from './topic.ts';

/** Kinds of targets, and those by their number that all items share. */
const BY_NUMBER = 1;
const PROFILE = 2;
const GROUP = 3;
const GROUP_MANAGERS = 5;
const ADMINISTRATOR = 1;
const ENTITY_ADMINISTRATOR = 11;

/** Columns of the item that name a user or group, by the target's number. */
const userColumns: Readonly<Record<number, string>> = { 3: 'users_id', 5: 'users_id_tech', 6: 'users_id' };
const groupColumns: Readonly<Record<number, string>> = { 23: 'groups_id_tech' };

/** Everybody behind a target; nobody for one that the item doesn't have. */
export async function behind(
  o: Occasion,
  mail: EntityMail,
  subject: Subject,
  { type, of }: Target,
): Promise<readonly Candidate[]> {
  if (type === PROFILE) return profileUsers(o, subject, of);
  if (type === GROUP) return groupMembers(o, [of]);
  if (type === GROUP_MANAGERS) return groupMembers(o, [of], 'managers');
  if (type !== BY_NUMBER) return [];
  if (of === ADMINISTRATOR) return administrators(settingAddress(o.settings, 'admin'));
  if (of === ENTITY_ADMINISTRATOR) return administrators(mail.administrator);
  return (await subject.people(of)) ?? ofColumns(o, subject.row, of);
}

const administrators = (address: EntityMail['administrator'] | undefined): Candidate[] =>
  address ? [{ user: 0, address: address.email, name: address.name, kind: 'administrator' }] : [];

/** The user or group that a column of a row names. */
export async function ofColumns(o: Occasion, row: Row, target: number): Promise<readonly Candidate[]> {
  const user = Number(row[userColumns[target] ?? ''] ?? 0);
  if (user > 0) return [{ user }];
  const group = Number(row[groupColumns[target] ?? ''] ?? 0);
  return group > 0 ? groupMembers(o, [group]) : [];
}

/** The members of groups that are told of anything: all, those who manage them, or the others. */
export async function groupMembers(
  { db }: Occasion,
  groups: readonly number[],
  which: 'all' | 'managers' | 'others' = 'all',
): Promise<Candidate[]> {
  if (groups.length === 0) return [];
  let query = db
    .selectFrom('glpi_groups_users as m')
    .innerJoin('glpi_groups as g', 'g.id', 'm.groups_id')
    .select('m.users_id')
    .where('m.groups_id', 'in', [...groups])
    .where('g.is_notify', '=', 1);
  if (which !== 'all') query = query.where('m.is_manager', '=', which === 'managers' ? 1 : 0);
  const rows: Row[] = await query.orderBy('m.id').execute();
  return [...new Set(rows.map((row) => Number(row.users_id)))].map((user) => ({ user }));
}

/** Users with a profile in the item's entity, or recursively above it. */
async function profileUsers({ site, db }: Occasion, { entity }: Subject, profile: number): Promise<Candidate[]> {
  const above = (await site.entities.get()).ancestors(entity);
  const rows: Row[] = await db
    .selectFrom('glpi_profiles_users')
    .select('users_id')
    .distinct()
    .where('profiles_id', '=', profile)
    .where(
      sql<boolean>`(entities_id = ${entity} or (is_recursive = 1 and entities_id in (${sql.join([-1, ...above])})))`,
    )
    .orderBy('users_id')
    .execute();
  return rows.map((row) => ({ user: Number(row.users_id) }));
}
