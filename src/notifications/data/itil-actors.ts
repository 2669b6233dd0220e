/** Who has a part in a ticket, problem or change, for texts and recipients (notifications 4, 7). */
import { sql } from 'kysely';
import * as catalog from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { isMailAddress } from '../entity-mail.ts';
import type { Occasion } from '../occasion.ts';
import type { Candidate } from '../topic.ts';
import { userName } from '../users.ts';
import { path, said } from './values.ts';

export const REQUESTER = 1;
export const ASSIGNED = 2;
export const OBSERVER = 3;

/** A user's part; `row` holds the columns of the link and of the user. */
export interface UserPart {
  readonly role: number;
  readonly user: number;
  /** Empty for an address alone. */
  readonly name: string;
  readonly isTold: boolean;
  /** Of the part itself. */
  readonly address: string;
  readonly row: Row;
}

export interface OtherPart {
  readonly role: number;
  readonly id: number;
  readonly name: string;
  readonly row: Row;
}

export interface Parts {
  readonly users: readonly UserPart[];
  readonly groups: readonly OtherPart[];
  readonly suppliers: readonly OtherPart[];
}

/** All parts in an item, in the order in which they were given. */
export async function partsIn(o: Occasion, itemtype: Itemtype, id: number): Promise<Parts> {
  const links = itemtype.itilLinks!;
  const table = (link: string): string => catalog.itemtype(link)!.table;
  const users: Row[] = await o.db
    .selectFrom(`${table(links.user)} as link`)
    .leftJoin('glpi_users as u', 'u.id', 'link.users_id')
    .select(['link.type', 'link.users_id', 'link.use_notification', 'link.alternative_email'])
    .select(['u.name', 'u.realname', 'u.firstname', 'u.phone', 'u.phone2', 'u.mobile', 'u.locations_id'])
    .select(['u.usertitles_id', 'u.usercategories_id', 'u.comment'])
    .select(defaultEmail.as('email'))
    .where(`link.${itemtype.foreignKey}`, '=', id)
    .orderBy('link.id')
    .execute();
  const others = async (link: string, actor: string, actors: string): Promise<OtherPart[]> => {
    const rows: Row[] = await o.db
      .selectFrom(`${table(link)} as link`)
      .innerJoin(`${actors} as a`, 'a.id', `link.${actor}`)
      .selectAll('a')
      .select('link.type as role')
      .select(actor === 'suppliers_id' ? 'link.use_notification' : sql<number>`1`.as('use_notification'))
      .where(`link.${itemtype.foreignKey}`, '=', id)
      .orderBy('link.id')
      .execute();
    return rows.map((row) => ({
      role: Number(row.role),
      id: Number(row.id),
      name: row.completename === undefined ? said(row.name) : path(row.completename),
      row,
    }));
  };
  return {
    users: users.map((row) => ({
      role: Number(row.type),
      user: Number(row.users_id),
      name: Number(row.users_id) > 0 ? userName(o, row) : '',
      isTold: Number(row.use_notification) === 1,
      address: said(row.alternative_email).trim(),
      row,
    })),
    groups: await others(links.group, 'groups_id', 'glpi_groups'),
    suppliers: await others(links.supplier, 'suppliers_id', 'glpi_suppliers'),
  };
}

/** Users with how to reach them, by their ids. */
export async function peopleById(o: Occasion, ids: readonly unknown[]): Promise<Map<number, UserPart>> {
  const wanted = [...new Set(ids.map(Number))].filter((id) => id > 0);
  if (wanted.length === 0) return new Map();
  const rows: Row[] = await o.db
    .selectFrom('glpi_users as u')
    .select(['u.id', 'u.name', 'u.realname', 'u.firstname', 'u.phone', 'u.phone2', 'u.mobile', 'u.locations_id'])
    .select(['u.usertitles_id', 'u.usercategories_id', 'u.comment'])
    .select(defaultEmail.as('email'))
    .where('u.id', 'in', wanted)
    .execute();
  const person = (row: Row): UserPart => ({
    role: 0,
    user: Number(row.id),
    name: userName(o, row),
    isTold: false,
    address: '',
    row,
  });
  return new Map(rows.map((row) => [Number(row.id), person(row)]));
}

const defaultEmail = sql<string>`(select e.email from glpi_useremails e
  where e.users_id = u.id and e.is_default = 1 order by e.id limit 1)`;

/** The users of a role who want to be told, in the order of their accounts. */
export const toldUsers = ({ users }: Parts, role: number): Candidate[] =>
  users
    .filter((part) => part.role === role && part.isTold)
    .sort((a, b) => a.user - b.user)
    .flatMap(candidate);

function candidate({ user, address }: UserPart): Candidate[] {
  if (user > 0) return [isMailAddress(address) ? { user, address } : { user }];
  return address === '' ? [] : [{ user: 0, address, name: '', kind: 'stranger' }];
}

/** The suppliers of an item, by their own addresses. */
export const toldSuppliers = ({ suppliers }: Parts): Candidate[] =>
  suppliers
    .filter(({ row }) => Number(row.use_notification) === 1)
    .map(({ name, row }) => ({ user: 0, address: said(row.email), name, kind: 'stranger' }));

/** The requesters, observers or assignees as one text; addresses where there is no user. */
export const listed = (parts: readonly UserPart[], role: number): string =>
  parts
    .filter((part) => part.role === role)
    .map(({ name, address }) => name || address)
    .join(', ');
