/** Those behind the targets of projects and their tasks (notifications 4). */
import type { Row } from '../../database/database.ts';
import { type Occasion, rowsById } from '../occasion.ts';
import { groupMembers } from '../people.ts';
import type { Candidate } from '../topic.ts';
import type { Labels } from './labels.ts';
import { said } from './values.ts';

/** How projects and tasks of projects differ. */
export interface ProjectKind {
  readonly itemtype: 'Project' | 'ProjectTask';
  readonly labels: Labels;
  readonly events: Readonly<Record<string, string>>;
  readonly team: string;
  readonly key: string;
  /** Column of tasks that belong to it. */
  readonly taskKey: string;
  readonly type: readonly [table: string, column: string];
}

/** The members of a team: class and id. */
export const teamOf = (kind: ProjectKind, { db }: Occasion, id: number): Promise<Row[]> =>
  db.selectFrom(kind.team).select(['itemtype', 'items_id']).where(kind.key, '=', id).orderBy('id').execute();

/** Whose group members a target means. */
const whose: Readonly<Record<number, 'all' | 'managers' | 'others'>> = {
  28: 'all',
  29: 'managers',
  30: 'others',
  32: 'all',
  33: 'managers',
  34: 'others',
};

/** Managers (27 to 30) and the team (31 to 36). */
export async function projectPeople(
  kind: ProjectKind,
  o: Occasion,
  row: Row,
  target: number,
): Promise<readonly Candidate[] | undefined> {
  const which = whose[target];
  const isLed = kind.itemtype === 'Project' && target >= 27 && target <= 30;
  if (isLed && target === 27) return Number(row.users_id) > 0 ? [{ user: Number(row.users_id) }] : [];
  if (isLed) return groupMembers(o, Number(row.groups_id) > 0 ? [Number(row.groups_id)] : [], which);
  if (target < 31 || target > 36) return undefined;
  const team = await teamOf(kind, o, Number(row.id));
  const ids = (itemtype: string): number[] =>
    team.filter((member) => member.itemtype === itemtype).map((member) => Number(member.items_id));
  if (target === 31) return ids('User').map((user) => ({ user }));
  if (which !== undefined) return groupMembers(o, ids('Group'), which);
  const contacts = await rowsById(
    o,
    target === 35 ? 'glpi_contacts' : 'glpi_suppliers',
    ids(target === 35 ? 'Contact' : 'Supplier'),
  );
  return [...contacts.values()].map((one) => ({
    user: 0,
    address: said(one.email),
    name: said(one.name),
    kind: 'stranger',
  }));
}
