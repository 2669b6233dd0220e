import type { Config } from '../config.ts';
import type { Db } from '../database/database.ts';
import { DatabaseSessionStore } from './database-store.ts';
import { MemorySessionStore } from './memory-store.ts';
import { RedisSessionStore } from './redis-store.ts';
import type { SessionStore } from './store.ts';

/**
 * The store that the settings ask for.
 *
 * @param report told of connections to it that were lost
 * @throws Error when it can't be reached
 */
export async function openSessionStore(
  { sessionStore, sessionLifetime, redisUrl }: Config,
  db: Db,
  report: (error: unknown) => void,
): Promise<SessionStore> {
  switch (sessionStore) {
    case 'memory':
      return new MemorySessionStore(sessionLifetime);
    case 'redis':
      return RedisSessionStore.connect(redisUrl, sessionLifetime, report);
    case 'database':
      return new DatabaseSessionStore(db, sessionLifetime);
  }
}
