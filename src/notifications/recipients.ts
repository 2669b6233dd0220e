/** From targets to the addresses that get a mail, and how each reads it (notifications 4). */
import type { EntityMail } from './entity-mail.ts';
import { isMailAddress } from './entity-mail.ts';
import type { Firing } from './firing.ts';
import type { Occasion, Reader } from './occasion.ts';
import { behind } from './people.ts';
import type { Candidate, Subject } from './topic.ts';
import { type KnownUser, usersIn } from './users.ts';

export interface Recipient {
  /** Lower case. */
  readonly address: string;
  /** As stored: with signs encoded. */
  readonly name: string;
  readonly reader: Reader;
}

/** Who gets the mail of a notification, in the order of its targets; an address may be there more than once. */
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
  return candidates.flatMap((candidate) => recipient(o, subject, candidate, users));
}

function recipient(
  o: Occasion,
  subject: Subject,
  candidate: Candidate,
  users: ReadonlyMap<number, KnownUser>,
): Recipient[] {
  if ('owner' in candidate)
    return addressed(candidate.owner.email, candidate.owner.name, userReader(o, candidate.owner));
  if ('kind' in candidate) {
    const { address, name, kind } = candidate;
    // Who isn't known can't be known to see what is private.
    return subject.isPrivate ? [] : addressed(address, name, readerOf(o, kind));
  }
  const user = users.get(candidate.user);
  if (!user || (subject.isPrivate && !user.seesPrivate)) return [];
  const isAuthor = user.id === o.author?.id;
  if (isAuthor && !o.author?.wantsOwn && !subject.tellsAuthor) return [];
  return addressed(candidate.address ?? user.email, user.name, userReader(o, user));
}

const addressed = (address: string, name: string, reader: Reader): Recipient[] =>
  isMailAddress(address) ? [{ address: address.trim().toLowerCase(), name, reader }] : [];

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
