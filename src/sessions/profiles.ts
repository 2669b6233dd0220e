import type { Db } from '../database/database.ts';
import type { ActiveProfile, ProfileEntity, UserProfile } from './session.ts';

interface AssignmentRow {
  readonly profile: number;
  readonly profileName: string;
  readonly entity: number;
  readonly entityName: string | null;
  readonly recursive: 0 | 1;
}

/**
 * The profiles a user may take, by name, each with its entities by complete name (sessions S5.1). Of two assignments to
 * one entity the recursive one counts. Assignments to what doesn't exist any more are left out.
 */
export async function profilesOf(db: Db, usersId: number): Promise<UserProfile[]> {
  const rows = (await db
    .selectFrom('glpi_profiles_users as a')
    .innerJoin('glpi_profiles as p', 'p.id', 'a.profiles_id')
    .innerJoin('glpi_entities as e', 'e.id', 'a.entities_id')
    .select([
      'p.id as profile',
      'p.name as profileName',
      'e.id as entity',
      'e.name as entityName',
      'a.is_recursive as recursive',
    ])
    .where('a.users_id', '=', usersId)
    .orderBy('p.name')
    .orderBy('p.id')
    .orderBy('e.completename')
    .orderBy('e.id')
    .execute()) as AssignmentRow[];
  const profiles = new Map<number, { name: string; entities: Map<number, ProfileEntity> }>();
  for (const row of rows) {
    let profile = profiles.get(row.profile);
    if (!profile) {
      profile = { name: row.profileName, entities: new Map() };
      profiles.set(row.profile, profile);
    }
    if (profile.entities.get(row.entity)?.is_recursive === 1) continue;
    profile.entities.set(row.entity, { id: row.entity, name: row.entityName ?? '', is_recursive: row.recursive });
  }
  return [...profiles].map(([id, { name, entities }]) => ({ id, name, entities: [...entities.values()] }));
}

/** Columns that hold JSON, with what an empty one is. */
const jsonColumns: Readonly<Record<string, unknown>> = {
  helpdesk_item_type: [],
  managed_domainrecordtypes: [],
  ticket_status: null,
  problem_status: null,
  change_status: null,
};

/** Columns and rights that a profile of the simplified interface keeps (sessions S5.4). */
const helpdeskFields: ReadonlySet<string> = new Set([
  'id',
  'name',
  'interface',
  'is_default',
  'create_ticket_on_login',
  'changetemplates_id',
  'followup',
  'helpdesk_hardware',
  'helpdesk_item_type',
  'knowbase',
  'password_update',
  'personalization',
  'problemtemplates_id',
  'reminder_public',
  'reservation',
  'rssfeed_public',
  'show_group_hardware',
  'task',
  'ticket',
  'ticket_cost',
  'ticket_status',
  'tickettemplates_id',
  'ticketvalidation',
]);

/** Stands behind the rights, since the column isn't among those that are kept: nothing is managed from the helpdesk. */
const NO_RECORD_TYPES = ['managed_domainrecordtypes', []] as const;

/**
 * The copy of a profile that a session works with, as it is now (rights R2.1, sessions S9.2).
 * @returns undefined when the profile is gone
 */
export async function loadActiveProfile(db: Db, profile: UserProfile): Promise<ActiveProfile | undefined> {
  const [row, rights] = await Promise.all([
    db.selectFrom('glpi_profiles').selectAll().where('id', '=', profile.id).executeTakeFirst(),
    db
      .selectFrom('glpi_profilerights')
      .select(['name', 'rights'])
      .where('profiles_id', '=', profile.id)
      .orderBy('name')
      .execute(),
  ]);
  if (!row) return undefined;
  const all = [
    ...Object.entries(row).map(([name, value]): [string, unknown] => [name, columnValue(name, value)]),
    ...rights.map(({ name, rights: bits }): [string, unknown] => [name, bits]),
  ];
  const kept =
    row.interface === 'helpdesk' ? [...all.filter(([name]) => helpdeskFields.has(name)), NO_RECORD_TYPES] : all;
  return {
    id: profile.id,
    name: row.name,
    interface: row.interface === 'helpdesk' ? 'helpdesk' : 'central',
    fields: Object.fromEntries(kept),
    entities: profile.entities,
  };
}

function columnValue(column: string, value: unknown): unknown {
  if (!(column in jsonColumns)) return value;
  if (typeof value !== 'string' || value === '') return jsonColumns[column];
  try {
    return JSON.parse(value);
  } catch {
    return [];
  }
}
