/** The people that mails go to (notifications 4.1). */
import { type RawBuilder, sql } from 'kysely';
import { followup } from '../catalog/single-right-bits.ts';
import type { Row } from '../database/database.ts';
import { personName } from '../text/user-name.ts';
import type { Occasion } from './occasion.ts';
import type { Candidate } from './topic.ts';

export interface KnownUser {
  readonly id: number;
  readonly name: string;
  /** Default address; empty for none. */
  readonly email: string;
  readonly language: string | null;
  readonly timeZone: string | null;
  readonly dateFormat: number | null;
  readonly seesPrivate: boolean;
  readonly isCentral: boolean;
}

const usable = sql<number>`u.is_active = 1 and u.is_deleted = 0
  and (u.begin_date is null or u.begin_date < now()) and (u.end_date is null or u.end_date > now())`;

/** Those of the users who may be told of something in an entity: usable accounts with a profile there. */
export async function usersIn(
  o: Occasion,
  ids: readonly number[],
  place: { readonly entity: number; readonly isRecursive: boolean },
): Promise<Map<number, KnownUser>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const tree = await o.site.entities.get();
  const above = tree.ancestors(place.entity);
  const below = new Set(place.isRecursive ? tree.withDescendants(place.entity) : []);
  const { rows } = await sql<Row>`
    select u.id, u.name, u.realname, u.firstname, u.language, u.timezone, u.date_format, ${defaultEmail} as email,
      pu.entities_id, pu.is_recursive, p.interface, pr.rights
    from glpi_users u
    inner join glpi_profiles_users pu on pu.users_id = u.id
    inner join glpi_profiles p on p.id = pu.profiles_id
    left join glpi_profilerights pr on pr.profiles_id = p.id and pr.name = 'followup'
    where u.id in (${sql.join(wanted)}) and ${usable}`.execute(o.db);
  const users = new Map<number, KnownUser>();
  for (const row of rows) {
    const entity = Number(row.entities_id);
    const reaches = entity === place.entity || (row.is_recursive === 1 && above.includes(entity)) || below.has(entity);
    if (!reaches) continue;
    const id = Number(row.id);
    const known = users.get(id) ?? { ...identity(o, row), seesPrivate: false, isCentral: false };
    users.set(id, {
      ...known,
      seesPrivate: known.seesPrivate || (Number(row.rights) & followup.seePrivate) !== 0,
      isCentral: known.isCentral || row.interface === 'central',
    });
  }
  return users;
}

const defaultEmail: RawBuilder<string | null> = sql`(select e.email from glpi_useremails e
  where e.users_id = u.id and e.is_default = 1 order by e.id limit 1)`;

const identity = (o: Occasion, row: Row): Omit<KnownUser, 'seesPrivate' | 'isCentral'> => ({
  id: Number(row.id),
  name: userName(o, row),
  email: String(row.email ?? ''),
  language: row.language ? String(row.language) : null,
  timeZone: row.timezone ? String(row.timezone) : null,
  dateFormat: row.date_format === null ? null : Number(row.date_format),
});

/** The owner of an account as a recipient, whatever profiles there are: for mails about the account itself. */
export async function personalAccount(o: Occasion, id: number): Promise<Candidate[]> {
  const { rows } = await sql<Row>`
    select u.id, u.name, u.realname, u.firstname, u.language, u.timezone, u.date_format, ${defaultEmail} as email
    from glpi_users u where u.id = ${id}`.execute(o.db);
  return rows.map((row) => ({ owner: { ...identity(o, row), seesPrivate: false, isCentral: false }, user: 0 }));
}

/** A person's name as the rows of `glpi_users` have it. */
export const userName = ({ namesFormat }: Occasion, row: Row): string =>
  personName(
    {
      login: String(row.name ?? ''),
      realname: row.realname as string | null,
      firstname: row.firstname as string | null,
    },
    namesFormat,
  );
