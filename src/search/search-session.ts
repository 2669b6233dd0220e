/** What a search needs to know of its session, read once. */
import type { Context } from '../context.ts';
import type { ActiveEntities } from '../sessions/session.ts';

export interface SearchSession {
  readonly userId: number;
  readonly groups: readonly number[];
  readonly entities: ActiveEntities | null;
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
    entities: session.entities,
    language: session.language,
    now: now.sql,
    have: (right, bits) => rights.have(right, bits),
  };
}
