import { type Expression, type SqlBool, sql } from 'kysely';
import type { Context } from '../../context.ts';
import { among } from '../../entities/entity-condition.ts';

/** Bits by which a right opens public and private entries of a timeline. */
export interface PrivacyBits {
  readonly seePublic: number;
  readonly seePrivate: number;
}

/** The entries that are as public as the right asks for; undefined when it opens neither kind. */
export function privacyIn(
  { rights }: Context,
  alias: string,
  right: string,
  { seePublic, seePrivate }: PrivacyBits,
): Expression<SqlBool> | undefined {
  const kinds = [rights.have(right, seePrivate) ? 1 : undefined, rights.have(right, seePublic) ? 0 : undefined];
  const seen = kinds.filter((kind) => kind !== undefined);
  return seen.length === 0 ? undefined : among(sql.ref(`${alias}.is_private`), seen);
}
