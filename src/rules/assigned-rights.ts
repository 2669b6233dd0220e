import { byWord } from '../catalog/by-word.ts';
import type { Db } from '../database/database.ts';
import type { EntityTree } from '../entities/entity-tree.ts';
import { setAccountColumns } from './account-columns.ts';
import { regexResult, STOP } from './action.ts';
import { type ProfileAssignment, renewDynamicGroups, renewDynamicProfiles } from './dynamic-assignments.ts';
import { Lookups } from './lookups.ts';
import { activeRules, type RuleAction } from './rule.ts';
import { runRules } from './run.ts';

/** Whose rights are renewed. */
export interface RightsSubject {
  readonly account: {
    readonly id: number;
    readonly name: string;
    readonly realname: string | null;
    readonly firstname: string | null;
  };
  /** Name for the history rows; empty for nobody. */
  readonly userName: string;
}

/** What the matching rules give together (rules 7). */
interface Grants {
  readonly pairs: ProfileAssignment[];
  readonly entities: { readonly entities_id: number; readonly is_recursive: number }[];
  readonly profiles: number[];
  readonly groups: number[];
  readonly account: Record<string, string | number>;
}

/** Fields of actions that go into the account's row, under its column's name. */
const accountColumns = byWord<string>({
  _entities_id_default: 'entities_id',
  _profiles_id_default: 'profiles_id',
  groups_id: 'groups_id',
  is_active: 'is_active',
  timezone: 'timezone',
});

/** Fields that find the entity by what an expression caught, with the column that is looked at. */
const entityColumns = byWord<string>({
  _affect_entity_by_dn: 'ldap_dn',
  _affect_entity_by_tag: 'tag',
  _affect_entity_by_domain: 'mail_domain',
  _affect_entity_by_completename: 'completename',
});

/** The criterion TYPE of an account of GLPI's own base. */
const LOCAL = '1';

/**
 * Renews what the rules of rights (RuleRight) give a local user, as each login with a password does (rules 7): dynamic
 * profile assignments and groups that the rules give no longer are removed, new ones added, with their history.
 */
export async function renewAssignedRights(
  db: Db,
  tree: EntityTree,
  { account, userName }: RightsSubject,
): Promise<void> {
  const set = await activeRules(db, 'RuleRight');
  const groups = await groupsOf(db, account.id);
  const input: Readonly<Record<string, unknown>> = {
    TYPE: LOCAL,
    LOGIN: account.name,
    MAIL_EMAIL: set.rules.length === 0 ? '' : await defaultEmail(db, account.id),
    _groups_id: groups,
  };
  const grants: Grants = { pairs: [], entities: [], profiles: [], groups: [], account: {} };
  await runRules({
    subType: 'RuleRight',
    set,
    lookups: new Lookups({ db, tree }),
    valueOf: (criterion) => input[criterion],
    act: (actions, captured) => collect(db, actions, captured, grants),
  });
  await setAccountColumns(db, { account, userName }, grants.account);
  await renewDynamicProfiles(db, tree, { account, userName }, await assignments(db, grants));
  await renewDynamicGroups(db, { account, userName }, grants.groups);
}

/** Adds what one rule gives; true when no further rule is looked at. */
async function collect(
  db: Db,
  actions: readonly RuleAction[],
  captured: readonly string[],
  grants: Grants,
): Promise<boolean> {
  const values = new Map(actions.map((action) => [action.field, valueGiven(action, captured)]));
  const recursive = Number(values.get('is_recursive') ?? 0);
  const profile = values.get('profiles_id');
  const entities: number[] = values.has('entities_id') ? [Number(values.get('entities_id'))] : [];
  for (const [field, value] of values) {
    const column = entityColumns[field];
    if (column && value !== '') entities.push(...(await entitiesBy(db, column, value)));
    const own = accountColumns[field];
    if (own) grants.account[own] = own === 'timezone' ? value : Number(value);
    if (field === 'specific_groups_id') grants.groups.push(Number(value));
  }
  for (const entities_id of entities) {
    if (profile === undefined) grants.entities.push({ entities_id, is_recursive: recursive });
    else grants.pairs.push({ profiles_id: Number(profile), entities_id, is_recursive: recursive });
  }
  if (profile !== undefined && entities.length === 0) grants.profiles.push(Number(profile));
  return values.get(STOP) === '1';
}

/** Pairs as they are; entities and profiles of different rules combined; entities alone with the default profile. */
async function assignments(db: Db, grants: Grants): Promise<ProfileAssignment[]> {
  const { pairs, entities, profiles } = grants;
  if (entities.length === 0) return pairs;
  const combined = profiles.length > 0 ? profiles : await defaultProfile(db);
  return [
    ...pairs,
    ...combined.flatMap((profiles_id) => entities.map((entity): ProfileAssignment => ({ profiles_id, ...entity }))),
  ];
}

async function defaultProfile(db: Db): Promise<number[]> {
  const row = await db.selectFrom('glpi_profiles').select('id').where('is_default', '=', 1).executeTakeFirst();
  return row ? [row.id] : [];
}

async function entitiesBy(db: Db, column: string, value: string): Promise<number[]> {
  const rows = await db.selectFrom('glpi_entities').select('id').where(column, '=', value).limit(1).execute();
  return rows.map(({ id }) => id);
}

async function defaultEmail(db: Db, usersId: number): Promise<string> {
  const row = await db
    .selectFrom('glpi_useremails')
    .select('email')
    .where('users_id', '=', usersId)
    .where('is_default', '=', 1)
    .executeTakeFirst();
  return row?.email ?? '';
}

async function groupsOf(db: Db, usersId: number): Promise<number[]> {
  const rows = await db.selectFrom('glpi_groups_users').select('groups_id').where('users_id', '=', usersId).execute();
  return rows.map(({ groups_id }) => groups_id);
}

const valueGiven = (action: RuleAction, captured: readonly string[]): string =>
  action.action_type === 'regex_result' ? regexResult(action, captured) : action.value;
