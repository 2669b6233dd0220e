/** Those behind the targets of ITIL items (notifications 4). */
import * as catalog from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import type { Occasion, Raised } from '../occasion.ts';
import { groupMembers } from '../people.ts';
import type { Candidate } from '../topic.ts';
import { ASSIGNED, OBSERVER, type Parts, REQUESTER, toldSuppliers, toldUsers } from './itil-actors.ts';

/** The followup, task or approval that the event is about. */
export async function concernedChild(o: Occasion, { name }: Itemtype, { options }: Raised): Promise<Row | undefined> {
  const of: Readonly<Record<string, string>> = {
    followup: 'ITILFollowup',
    task: `${name}Task`,
    validation: `${name}Validation`,
  };
  for (const [option, child] of Object.entries(of)) {
    const given = options[option];
    if (given === undefined) continue;
    // A row that is gone is handed over itself.
    if (typeof given === 'object') return given as Row;
    const { table } = catalog.itemtype(child)!;
    return o.db.selectFrom(table).selectAll().where('id', '=', Number(given)).executeTakeFirst();
  }
  return undefined;
}

const user = (id: unknown): Candidate[] => (Number(id) > 0 ? [{ user: Number(id) }] : []);

/** Those behind the targets of ITIL items, by number. */
export async function itilPeople(
  o: Occasion,
  { options }: Raised,
  row: Row,
  child: Row | undefined,
  readParts: () => Promise<Parts>,
  target: number,
): Promise<readonly Candidate[] | undefined> {
  const groups = async (role: number): Promise<number[]> =>
    (await readParts()).groups.filter((part) => part.role === role).map(({ id }) => id);
  switch (target) {
    case 2:
      return toldUsers(await readParts(), ASSIGNED);
    case 3:
      return toldUsers(await readParts(), REQUESTER);
    case 21:
      return toldUsers(await readParts(), OBSERVER);
    case 4:
      return user(options.formerTechnician);
    case 7:
      return user(row.users_id_recipient);
    case 8:
      return toldSuppliers(await readParts());
    case 9:
      return groupMembers(o, await groups(ASSIGNED));
    case 10:
      return groupMembers(o, await groups(ASSIGNED), 'managers');
    case 24:
      return groupMembers(o, await groups(ASSIGNED), 'others');
    case 13:
      return groupMembers(o, await groups(REQUESTER));
    case 12:
      return groupMembers(o, await groups(REQUESTER), 'managers');
    case 25:
      return groupMembers(o, await groups(REQUESTER), 'others');
    case 20:
      return groupMembers(o, await groups(OBSERVER));
    case 22:
      return groupMembers(o, await groups(OBSERVER), 'managers');
    case 26:
      return groupMembers(o, await groups(OBSERVER), 'others');
    case 14:
      return user(child?.users_id_validate);
    case 15:
    case 17:
    case 18:
      return user(child?.users_id);
    case 16:
      return user(child?.users_id_tech);
    case 37:
      return Number(child?.groups_id_tech) > 0 ? groupMembers(o, [Number(child?.groups_id_tech)]) : [];
    case 39:
      return user(options.mentioned);
    default:
      return undefined;
  }
}
