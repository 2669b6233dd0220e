import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { Lru } from './lru.ts';
import type { SessionData } from './session.ts';
import type { SessionStore, StoredSession } from './store.ts';

interface Loaded {
  version: number;
  idle: number;
  locked: 0 | 1 | null;
  /** Null when the version is the one that is remembered. */
  data: string | null;
}

/** How many sessions are remembered parsed, some 30 KB each. */
const REMEMBERED = 500;

/** The database's clock, in milliseconds; the time zone of the connection doesn't matter. */
const now = sql<number>`CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS INTEGER)`;

/**
 * Sessions in a table of our own in GLPI's database (`apirest_sessions`): they outlive a restart, and several processes
 * share them. The content of an unchanged session isn't read again: the statement that looks for it brings its content
 * only when it has another version than the one that this process remembers.
 */
export class DatabaseSessionStore implements SessionStore {
  readonly #db: Db;
  readonly #lifetime: number;
  readonly #parsed = new Lru<string, { version: number; data: SessionData }>(REMEMBERED);

  /** @param lifetime seconds */
  constructor(db: Db, lifetime: number) {
    this.#db = db;
    this.#lifetime = lifetime;
  }

  async create(id: string, data: SessionData): Promise<void> {
    await this.#db
      .insertInto('apirest_sessions')
      .values({
        id,
        users_id: data.user.id,
        version: 1,
        data: JSON.stringify(data),
        created_at: now,
        last_used_at: now,
      })
      .execute();
    this.#parsed.set(id, { version: 1, data });
  }

  async load(id: string): Promise<StoredSession | undefined> {
    const known = this.#parsed.get(id);
    const row: Loaded | undefined = await this.#db
      .selectFrom('apirest_sessions')
      .select([
        'version',
        sql<number>`(${now} - last_used_at) / 1000`.as('idle'),
        sql<0 | 1 | null>`lock_until > ${now}`.as('locked'),
        sql<string | null>`IF(version = ${known?.version ?? 0}, NULL, data)`.as('data'),
      ])
      .where('id', '=', id)
      .where(this.#alive)
      .executeTakeFirst();
    if (!row) {
      this.#parsed.delete(id);
      return undefined;
    }
    const data = row.data === null ? known!.data : (JSON.parse(row.data) as SessionData);
    if (row.data !== null) this.#parsed.set(id, { version: row.version, data });
    return { data, version: row.version, idle: Number(row.idle), locked: row.locked === 1 };
  }

  async save(id: string, data: SessionData, version: number): Promise<number | undefined> {
    const { numUpdatedRows } = await this.#db
      .updateTable('apirest_sessions')
      .set({ data: JSON.stringify(data), version: version + 1, last_used_at: now })
      .where('id', '=', id)
      .where('version', '=', version)
      .where(this.#alive)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return undefined;
    this.#parsed.set(id, { version: version + 1, data });
    return version + 1;
  }

  async touch(id: string): Promise<void> {
    await this.#db
      .updateTable('apirest_sessions')
      .set({ last_used_at: now })
      .where('id', '=', id)
      .where(this.#alive)
      .execute();
  }

  async destroy(id: string): Promise<void> {
    await this.#db.deleteFrom('apirest_sessions').where('id', '=', id).execute();
    this.#parsed.delete(id);
  }

  async destroyOfUser(usersId: number): Promise<number> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('apirest_sessions')
      .where('users_id', '=', usersId)
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }

  async collect(): Promise<number> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('apirest_sessions')
      .where('last_used_at', '<=', sql<number>`${now} - ${this.#lifetime * 1000}`)
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }

  async lock(id: string, owner: string, lease: number): Promise<'locked' | 'busy' | 'gone'> {
    const { numUpdatedRows } = await this.#db
      .updateTable('apirest_sessions')
      .set({ lock_owner: owner, lock_until: sql`${now} + ${lease}` })
      .where('id', '=', id)
      .where(sql<boolean>`lock_until <= ${now}`)
      .where(this.#alive)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows > 0n) return 'locked';
    const row = await this.#db
      .selectFrom('apirest_sessions')
      .select('id')
      .where('id', '=', id)
      .where(this.#alive)
      .executeTakeFirst();
    return row ? 'busy' : 'gone';
  }

  async renew(id: string, owner: string, lease: number): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('apirest_sessions')
      .set({ lock_until: sql`${now} + ${lease}` })
      .where('id', '=', id)
      .where('lock_owner', '=', owner)
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  }

  async unlock(id: string, owner: string): Promise<void> {
    await this.#db
      .updateTable('apirest_sessions')
      .set({ lock_owner: null, lock_until: 0 })
      .where('id', '=', id)
      .where('lock_owner', '=', owner)
      .execute();
  }

  async close(): Promise<void> {}

  get #alive() {
    return sql<boolean>`last_used_at > ${now} - ${this.#lifetime * 1000}`;
  }
}
