/** People as values of templates (itil 10.6). */
import { lists } from '../../catalog/lists.ts';
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import { decodeStored } from '../../text/stored-text.ts';
import { TwigObject } from '../../text/twig/values.ts';
import { personName } from '../../text/user-name.ts';
import { actorRows } from '../actor-rows.ts';
import { type ActorKind, type ItilKind, type Role, roleNumbers } from '../kinds.ts';
import { itemsOfUser } from './items.ts';
import { named, oneOf, rowsOf, said } from './rows.ts';

/** `requesters`, `observers` and `assignees`, with `users`, `groups` and, where there are any, `suppliers`. */
export function actorValues(w: Writing, kind: ItilKind, id: number): Record<string, TwigObject> {
  let read: ReturnType<typeof actorRows> | undefined;
  const ids = async (role: Role, of: ActorKind): Promise<number[]> => {
    read ??= actorRows(w, kind, id);
    const rows = await read;
    return rows.flatMap((row) => (row.kind === of && row.role === roleNumbers[role] ? [row.actor] : []));
  };
  const part = (role: Role) => ({
    users: async () => (await rowsOf(w, 'glpi_users', await ids(role, 'User'))).map((row) => userValue(w, row)),
    groups: async () => (await rowsOf(w, 'glpi_groups', await ids(role, 'Group'))).map(named),
  });
  const suppliers = async () => (await rowsOf(w, 'glpi_suppliers', await ids('assign', 'Supplier'))).map(supplierValue);
  return {
    requesters: new TwigObject(part('requester')),
    observers: new TwigObject(part('observer')),
    assignees: new TwigObject({ ...part('assign'), suppliers }),
  };
}

const nameOf = (w: Writing, row: Row): string =>
  decodeStored(
    personName(
      { login: String(row.name), realname: row.realname as string | null, firstname: row.firstname as string | null },
      Number(w.ctx.session.preferences.names_format ?? 0),
    ),
  );

function userValue(w: Writing, row: Row): TwigObject {
  const id = Number(row.id);
  return new TwigObject({
    id,
    login: said(row.name),
    fullname: nameOf(w, row),
    email: () => emailOf(w, id),
    phone: said(row.phone),
    phone2: said(row.phone2),
    mobile: said(row.mobile),
    firstname: said(row.firstname),
    realname: said(row.realname),
    responsible: async () => {
      const [supervisor] = await rowsOf(w, 'glpi_users', [Number(row.users_id_supervisor ?? 0)]);
      return supervisor ? nameOf(w, supervisor) : '';
    },
    location: () => oneOf(w, 'glpi_locations', row.locations_id, named),
    usertitle: () => oneOf(w, 'glpi_usertitles', row.usertitles_id, named),
    usercategory: () => oneOf(w, 'glpi_usercategories', row.usercategories_id, named),
    used_items: () => itemsOfUser(w, id, lists.linkuser_types),
  });
}

async function emailOf(w: Writing, user: number): Promise<string> {
  const row = await w.ctx.db
    .selectFrom('glpi_useremails')
    .select('email')
    .where('users_id', '=', user)
    .orderBy('is_default', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return decodeStored(String(row?.email ?? ''));
}

const supplierValue = (row: Row): TwigObject =>
  new TwigObject({
    id: Number(row.id),
    name: said(row.name),
    address: said(row.address),
    city: said(row.town),
    postcode: said(row.postcode),
    state: said(row.state),
    country: said(row.country),
    phone: said(row.phonenumber),
    fax: said(row.fax),
    email: said(row.email),
    website: said(row.website),
  });
