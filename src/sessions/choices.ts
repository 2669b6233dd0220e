import type { Db } from '../database/database.ts';
import type { EntityTree } from '../entities/entity-tree.ts';
import type { Translate } from '../text/translations.ts';
import { allActiveEntities, chosenEntity, firstActiveEntities } from './active-entities.ts';
import { visibleGroups } from './groups.ts';
import { loadActiveProfile } from './profiles.ts';
import type { ActiveEntities, SessionData } from './session.ts';

export interface ChoiceDependencies {
  readonly db: Db;
  readonly entities: EntityTree;
  readonly translate: Translate;
}

/**
 * The session with another of the user's profiles, as the profile is now (sessions S10.3).
 * @returns undefined when it isn't one of the session's profiles, or doesn't exist any more
 */
export async function withProfile(
  { db, entities, translate }: ChoiceDependencies,
  session: SessionData,
  profileId: number,
): Promise<SessionData | undefined> {
  const chosen = session.profiles.find(({ id }) => id === profileId);
  const activeProfile = chosen && (await loadActiveProfile(db, chosen));
  if (!activeProfile) return undefined;
  const active = firstActiveEntities(entities, activeProfile.entities, session.user.defaultEntity, translate);
  return {
    ...session,
    activeProfile,
    entities: active,
    groups: await visibleGroups(db, session.user.id, active),
  };
}

/**
 * The session with other active entities (sessions S10.1).
 * @param choice an entity; `all` for every assignment of the profile
 * @returns undefined when the profile doesn't reach the entity
 */
export async function withEntities(
  { db, entities, translate }: ChoiceDependencies,
  session: SessionData,
  choice: { readonly id: number; readonly recursive: boolean } | 'all',
): Promise<SessionData | undefined> {
  const assignments = session.activeProfile?.entities ?? [];
  const active: ActiveEntities | null | undefined =
    choice === 'all'
      ? allActiveEntities(entities, assignments, translate)
      : chosenEntity(entities, assignments, choice.id, choice.recursive, translate);
  if (!active) return undefined;
  return { ...session, entities: active, groups: await visibleGroups(db, session.user.id, active) };
}

/** What is left of a choice that was refused: the session is as it was but for one mark (S10.1). */
export function withoutFullStructure(session: SessionData): SessionData {
  if (!session.entities?.fullStructure) return session;
  return { ...session, entities: { ...session.entities, fullStructure: false } };
}
