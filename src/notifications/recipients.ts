/** From targets to those who are told, and how each reads it (notifications 4). */
import type { EntityMail } from './entity-mail.ts';
import { isMailAddress } from './entity-mail.ts';
import { BROWSER, type Firing } from './firing.ts';
import type { Occasion, Reader } from './occasion.ts';
import { behind } from './people.ts';
import type { Candidate, Subject } from './topic.ts';
import { type KnownUser, usersIn } from './users.ts';

export interface Recipient {
  /** A mail address in lower case; for browsers the user's id. */
  readonly address: string;
  /** As stored: with signs encoded. */
  readonly name: string;
  readonly reader: Reader;
}

/** Who is told by a notification, in the order of its targets; an address may be there more than once. */
export async function recipients(
  o: Occasion,
  mail: EntityMail,
  subject: Subject,
  firing: Firing,
): Promise<Recipient[]> {
  const candidates: Candidate[] = [];
  for (const target of firing.targets) candidates.push(...(await behind(o, mail, subject, target)));
  const ids = candidates.flatMap(({ user }) => (user > 0 ? [user] : []));
  const users = await usersIn(o, ids, subject);
  const all = candidates.flatMap((candidate) => recipient(o, subject, candidate, users));
  return all.flatMap(firing.mode === BROWSER ? inBrowser : addressed);
}

function recipient(
  o: Occasion,
  subject: Subject,
  candidate: Candidate,
  users: ReadonlyMap<number, KnownUser>,
): Reachable[] {
  if ('owner' in candidate) {
    const { owner } = candidate;
    return [{ user: owner.id, address: owner.email, name: owner.name, reader: userReader(o, owner) }];
  }
  if ('kind' in candidate) {
    const { address, name, kind } = candidate;
    // Who isn't known can't be known to see what is private.
    return subject.isPrivate ? [] : [{ user: 0, address, name, reader: readerOf(o, kind) }];
  }
  const user = users.get(candidate.user);
  if (!user || (subject.isPrivate && !(user.seesPrivate && user.isCentral))) return [];
  const isAuthor = user.id === o.author?.id;
  if (isAuthor && !o.author?.wantsOwn && !subject.tellsAuthor) return [];
  return [{ user: user.id, address: candidate.address ?? user.email, name: user.name, reader: userReader(o, user) }];
}

/** A recipient before it is known which way goes; `user` 0: nobody with an account. */
interface Reachable extends Recipient {
  readonly user: number;
}

const addressed = ({ address, name, reader }: Reachable): Recipient[] =>
  isMailAddress(address) ? [{ address: address.trim().toLowerCase(), name, reader }] : [];

/** Only those who can sign in see what their browser tells them. */
const inBrowser = ({ user, name, reader }: Reachable): Recipient[] =>
  user > 0 ? [{ address: String(user), name, reader }] : [];

const userReader = (o: Occasion, user: KnownUser): Reader => ({ ...readerOf(o, 'user', user), ...flags(user) });

const flags = ({ seesPrivate, isCentral }: KnownUser): Pick<Reader, 'seesPrivate' | 'isCentral'> => ({
  seesPrivate,
  isCentral,
});

function readerOf({ site, settings }: Occasion, kind: Reader['kind'], user?: KnownUser): Reader {
  return {
    kind,
    translate: site.translations.in(user?.language ?? settings.text('language') ?? 'en_GB'),
    dateFormat: user?.dateFormat ?? settings.number('date_format'),
    timeZone: user?.timeZone ?? null,
    seesPrivate: false,
    isCentral: false,
  };
}
