import { hash } from '@node-rs/bcrypt';

/** Cost of new hashes (sessions S3.2). */
export const COST = 10;

/** A new hash of a password, as GLPI stores it. */
export async function hashPassword(password: string): Promise<string> {
  // The same algorithm under the name that PHP gives it.
  return (await hash(password, COST)).replace(/^\$2[abx]\$/, '$2y$');
}
