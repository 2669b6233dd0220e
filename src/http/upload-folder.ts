import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { isAbandoned, ownName } from '../config/owning-process.ts';

const PREFIX = 'glpi-apirest-';

/**
 * Makes the folder that files of requests stay in while they are answered, and removes those of servers that were
 * killed. Those of other running servers are left alone.
 *
 * @param parent such as the system's folder of temporary files
 */
export async function makeUploadFolder(parent: string): Promise<string> {
  for (const name of await readdir(parent).catch(() => [])) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = path.join(parent, name);
    // Another server that starts just now may be quicker, and another user's folder stays.
    if (await isAbandoned(folder, PREFIX).catch(() => false))
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
  const own = path.join(parent, `${PREFIX}${ownName()}`);
  await mkdir(own, { mode: 0o700 });
  return own;
}
