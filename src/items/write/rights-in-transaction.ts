import type { Context } from '../../context.ts';
import type { Db } from '../../database/database.ts';

/** The request's surroundings with statements, and the rights that need some, on a transaction. */
export function rightsOn(ctx: Context, db: Db): Context {
  return { ...ctx, db };
}
