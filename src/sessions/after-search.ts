import type { EntityTree } from '../entities/entity-tree.ts';
import type { SessionData } from './session.ts';

const DEBUG = 2;

/**
 * What a search leaves in a session that it may write: GLPI searches in debug mode and doesn't go back, and has looked
 * whether there are several entities (shown by `getFullSession`; nothing else depends on it).
 */
export const afterSearch = (session: SessionData, tree: EntityTree): SessionData => ({
  ...session,
  useMode: DEBUG,
  multiEntities: tree.ids().length > 1 ? 1 : 0,
});
