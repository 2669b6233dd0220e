import { sql } from 'kysely';
import type { Db } from '../src/database/database.ts';

/**
 * The tables of this server, apart from GLPI's. Moments are milliseconds since 1970: time zones of connections differ.
 * `apirest_sessions`: `data` is JSON; `version` grows with each write; who holds a session exclusively stands in
 * `lock_owner` until `lock_until`. `apirest_secrets`: what all processes must share and nobody has set.
 */
export const statements = [
  `CREATE TABLE IF NOT EXISTS apirest_sessions (
  id CHAR(43) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  users_id INT UNSIGNED NOT NULL DEFAULT 0,
  data LONGTEXT NOT NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  created_at BIGINT NOT NULL,
  last_used_at BIGINT NOT NULL,
  lock_owner CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  lock_until BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  KEY users_id (users_id),
  KEY last_used_at (last_used_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`,
  `CREATE TABLE IF NOT EXISTS apirest_secrets (
  name VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  value VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`,
];

/** Makes the tables of this server. */
export async function up(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
