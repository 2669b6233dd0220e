/** Folders that belong to one process of one machine, and outlive it when it is killed. */
import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';

/** A name for a folder of this process: `<process id>-<host>-<8 hexadecimal digits>`. */
export const ownName = (): string => `${process.pid}-${hostname()}-${randomUUID().slice(0, 8)}`;

/**
 * Whether a folder of such a name has lost its process: it ran on this machine and isn't there any more. Of processes
 * of other machines nothing is known, so theirs haven't. Process ids come again, above all in containers: a folder of
 * this process's id is a predecessor's when it is older than this process.
 *
 * @param prefix what stands in front of the name
 */
export async function isAbandoned(folder: string, prefix = ''): Promise<boolean> {
  const name = path.basename(folder);
  const [, pid, host] = /^(\d+)-(.*)-[\da-f]{8}$/.exec(name.startsWith(prefix) ? name.slice(prefix.length) : '') ?? [];
  if (host !== hostname()) return false;
  if (Number(pid) !== process.pid) return !isAlive(Number(pid));
  const { mtimeMs } = await stat(folder);
  return mtimeMs < Date.now() - process.uptime() * 1000;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
