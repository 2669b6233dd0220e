/** What a search needs to know of its session, read once. */
import type { Context } from '../context.ts';

export interface SearchSession {
  readonly userId: number;
  readonly groups: readonly number[];
  /** Active entities, their ancestors, and whether they are all there are. */
  readonly entities: readonly number[];
  readonly parents: readonly number[];
  readonly seesAllEntities: boolean;
  readonly language: string;
  /** `YYYY-MM-DD HH:MM:SS` in the session's time zone. */
  readonly now: string;
  have(right: string, bits: number): boolean;
}

export function searchSession(ctx: Context): SearchSession {
  const { session, rights, now } = ctx;
  return {
    userId: session.user.id,
    groups: session.groups,
    entities: session.entities?.ids ?? [],
    parents: session.entities?.parents ?? [],
    seesAllEntities: session.entities?.all ?? false,
    language: session.language,
    now: now.sql,
    have: (right, bits) => rights.have(right, bits),
  };
}
