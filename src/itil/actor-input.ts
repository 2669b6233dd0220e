/** Actors as an input names them, in all notations (itil 3.2). */

import type { Input } from '../behaviours/behaviour.ts';
import { isNumericPhp, truthy } from '../http/php-values.ts';
import { type ActorKind, actorKinds, type Role, roles } from './kinds.ts';

/** Somebody who is to take a part in an item. */
export interface WantedActor {
  readonly role: Role;
  readonly kind: ActorKind;
  /** 0 for somebody who is known by an address alone. */
  readonly id: number;
  /** Absent: as the column's default. */
  readonly use_notification?: number;
  readonly alternative_email?: string;
}

/** An actor's row that is to go. */
export interface UnwantedRow {
  readonly kind: ActorKind;
  readonly row: number;
}

const foreignKeys: Readonly<Record<ActorKind, string>> = {
  User: 'users_id',
  Group: 'groups_id',
  Supplier: 'suppliers_id',
};

const additional: Readonly<Record<ActorKind, string>> = { User: '', Group: 'groups_', Supplier: 'suppliers_' };

/** `_users_id_requester` and the like. */
export const actorKey = (kind: ActorKind, role: Role): string => `_${foreignKeys[kind]}_${role}`;

/** Whether `_actors` says who all the actors are. */
export const namesAllActors = (input: Input): boolean =>
  isRecord(input._actors) && Object.keys(input._actors).length > 0;

/**
 * Everybody whom the input names, in order of roles and kinds; a person named twice comes twice.
 * @param isNew somebody without an account may be named by an address in the single form, too
 */
export function wantedActors(input: Input, isNew: boolean): WantedActor[] {
  return roles.flatMap((role) =>
    actorKinds.flatMap((kind) => [
      ...plainActors(input, role, kind, isNew),
      ...listedActors(input, role, kind),
      ...additionalActors(input, role, kind),
    ]),
  );
}

/** Rows that the input wants deleted. */
export function unwantedRows(input: Input): UnwantedRow[] {
  return roles.flatMap((role) =>
    actorKinds.flatMap((kind) =>
      listOf(input[`${actorKey(kind, role)}_deleted`]).flatMap((one): UnwantedRow[] => {
        if (!isRecord(one)) return [];
        const of = actorKinds.find((name) => name === one.itemtype);
        return of ? [{ kind: of, row: idOf(one.id) }] : [];
      }),
    ),
  );
}

/** The ids that the input names for a role, without people known by their address alone. */
export const idsOf = (input: Input, role: Role, kind: ActorKind): number[] =>
  wantedActors(input, true).flatMap((actor) =>
    actor.role === role && actor.kind === kind && actor.id > 0 ? [actor.id] : [],
  );

/** The first address of a list of requesters that isn't one; undefined when all are (itil 3.4). */
export function invalidRequesterAddress(input: Input): string | undefined {
  const notif = input._users_id_requester_notif;
  const addresses = isRecord(notif) && Array.isArray(notif.alternative_email) ? notif.alternative_email : [];
  return addresses.map(String).find((address) => address !== '' && !isEmail(address));
}

/** Whether a text can be an actor's address. */
export const isEmail = (text: string): boolean =>
  /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@.<>"(),;:\\]+$/.test(text);

function plainActors(input: Input, role: Role, kind: ActorKind, isNew: boolean): WantedActor[] {
  const key = actorKey(kind, role);
  const value = input[key];
  const notif = isRecord(input[`${key}_notif`]) ? (input[`${key}_notif`] as Input) : {};
  if (Array.isArray(value) || isRecord(value)) {
    return Object.entries(value).flatMap(([at, id]) =>
      actor(role, kind, id, elementOf(notif.use_notification, at), elementOf(notif.alternative_email, at)),
    );
  }
  if (value === undefined || value === null) return [];
  if (!isNew && idOf(value) === 0) return [];
  return actor(role, kind, value, elementOf(notif.use_notification, '0'), elementOf(notif.alternative_email, '0'));
}

/** `_actors`, which names the kind of each. */
function listedActors(input: Input, role: Role, kind: ActorKind): WantedActor[] {
  if (!isRecord(input._actors)) return [];
  return listOf(input._actors[role]).flatMap((one) =>
    isRecord(one) && one.itemtype === kind
      ? actor(role, kind, one.items_id, one.use_notification, one.alternative_email)
      : [],
  );
}

/** `_additional_groups_assigns` and the like. */
function additionalActors(input: Input, role: Role, kind: ActorKind): WantedActor[] {
  return listOf(input[`_additional_${additional[kind]}${role}s`]).flatMap((one) =>
    isRecord(one)
      ? actor(role, kind, one[foreignKeys[kind]], one.use_notification, one.alternative_email)
      : actor(role, kind, one, undefined, undefined),
  );
}

/** Nobody without an account or a valid address. */
function actor(role: Role, kind: ActorKind, value: unknown, use: unknown, email: unknown): WantedActor[] {
  const id = idOf(value);
  const address = email === undefined || email === null ? undefined : String(email);
  if (id === 0 && (kind === 'Group' || !address || !isEmail(address))) return [];
  if (address && !isEmail(address)) return [];
  return [
    {
      role,
      kind,
      id,
      ...(use !== undefined && use !== null && { use_notification: truthy(use) ? 1 : 0 }),
      ...(address !== undefined && { alternative_email: address }),
    },
  ];
}

const idOf = (value: unknown): number => (isNumericPhp(value) ? Math.max(0, Math.trunc(Number(value))) : 0);

/** An element of a list, or the single value that stands in its place. */
const elementOf = (value: unknown, at: string): unknown => {
  if (Array.isArray(value) || isRecord(value)) return (value as Input)[at];
  return at === '0' ? value : undefined;
};

const isRecord = (value: unknown): value is Input =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value;
  return isRecord(value) ? Object.values(value) : [];
};
