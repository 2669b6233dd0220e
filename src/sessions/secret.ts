import { hkdfSync, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Db } from '../database/database.ts';

/** What the secret is made for; the key's other uses get other secrets. */
const PURPOSE = 'glpi-apirest session tokens';

/**
 * The secret that seals session tokens: the setting, else one derived from GLPI's key file, else one that is generated
 * once and kept in the database for all processes.
 * @param cryptKey path of GLPI's key file
 * @throws Error when the key file can't be read
 */
export async function sessionSecret(
  config: { readonly sessionSecret: string | undefined; readonly cryptKey: string | undefined },
  db: Db,
): Promise<string> {
  if (config.sessionSecret !== undefined) return config.sessionSecret;
  if (config.cryptKey !== undefined) {
    const key = await readFile(config.cryptKey);
    return Buffer.from(hkdfSync('sha256', key, '', PURPOSE, 32)).toString('hex');
  }
  await db
    .insertInto('apirest_secrets')
    .ignore()
    .values({ name: 'session', value: randomBytes(32).toString('hex') })
    .execute();
  const { value } = await db
    .selectFrom('apirest_secrets')
    .select('value')
    .where('name', '=', 'session')
    .executeTakeFirstOrThrow();
  return value;
}
