/**
 * Files come and go together with rows: whenever the server ends, a file is there exactly if a row names it, once the
 * next start has settled what was under way. Until a transaction's end is known, each of its files has a second name in
 * a folder of the transaction's own, below `_tmp/.pending`, at the path that it has below GLPI's folder.
 */
import { randomUUID } from 'node:crypto';
import { access, copyFile, link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAbandoned, ownName } from '../../config/owning-process.ts';
import type { Db } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';

/** Folder of uploads that nobody has taken yet. */
export const TEMPORARY = '_tmp';

/** Folder of users' pictures; all other files are documents'. */
export const PICTURES = '_pictures';

const PENDING = path.join(TEMPORARY, '.pending');

/** Milliseconds after which no transaction of another machine is under way. */
const LONGEST = 3_600_000;

/** Milliseconds before files are settled again when there was no database; each further time twice as many. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 300_000;

/** File systems that know no second names for a file. */
const noLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK']);

/**
 * Puts a copy of a file at its place when the transaction is committed, and takes it away again when it isn't.
 *
 * @param place path below GLPI's folder
 */
export async function addFile(w: Writing, folder: string, source: string, place: string): Promise<void> {
  const own = ownFolder(folder);
  const pending = path.join(own, place);
  await mkdir(path.dirname(pending), { recursive: true });
  await copyFile(source, pending);
  w.beforeCommit(() => putInPlace(pending, path.join(folder, place)));
  settleAfter(w, folder, own);
}

/** Takes a file away once the transaction is committed, unless a row names it then. Whether there is such a file. */
export async function dropFile(w: Writing, folder: string, place: string): Promise<boolean> {
  const file = path.join(folder, place);
  if (!(await exists(file))) return false;
  const own = ownFolder(folder);
  w.beforeCommit(async () => {
    if (await exists(file)) await putInPlace(file, path.join(own, place));
  });
  settleAfter(w, folder, own);
  return true;
}

/**
 * Whatever the transaction's end was: one that lost the database on its way doesn't know. While there is no database,
 * it is tried again a few times beside other requests; then the next start does it.
 */
function settleAfter(w: Writing, folder: string, own: string): void {
  const { db } = w.ctx.site.database;
  const attempt = async (pause: number): Promise<void> => {
    try {
      await settle(db, folder, own);
    } catch {
      if (pause > LONGEST_PAUSE) return;
      void sleep(pause, undefined, { ref: false }).then(() => attempt(2 * pause));
    }
  };
  w.afterCommit(() => attempt(FIRST_PAUSE));
  w.afterRollback(() => attempt(FIRST_PAUSE));
}

/**
 * Settles what servers that were killed left: called at the start. Transactions of servers that live, here or (as far
 * as their age tells) on another machine, are left alone.
 */
export async function settlePendingFiles(db: Db, folder: string): Promise<void> {
  const names = await readdir(path.join(folder, PENDING)).catch(() => []);
  for (const name of names) {
    const own = path.join(folder, PENDING, name);
    if ((await isAbandoned(own)) || (await isOld(own))) await settle(db, folder, own);
  }
}

const ownFolder = (folder: string): string => path.join(folder, PENDING, ownName());

/**
 * Files that rows name are put in their places, others taken from there. Rows are looked at again after a file was
 * taken: whoever commits a row in between looks for the file after that.
 */
async function settle(db: Db, folder: string, own: string): Promise<void> {
  const entries = await readdir(own, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const pending = path.join(entry.parentPath, entry.name);
    const place = path.relative(own, pending);
    const file = path.join(folder, place);
    if ((await isNamed(db, place)) || (await isNamedAfter(() => rm(file, { force: true }), db, place))) {
      await putInPlace(pending, file);
    }
  }
  await rm(own, { recursive: true, force: true });
}

async function isNamedAfter(action: () => Promise<void>, db: Db, place: string): Promise<boolean> {
  await action();
  return isNamed(db, place);
}

/** Whether a row names the file; documents' files without an extension are named with a slash in front. */
async function isNamed(db: Db, place: string): Promise<boolean> {
  const inFolder = place.split(path.sep);
  const [table, column, value] =
    inFolder[0] === PICTURES
      ? [
          'glpi_users',
          'picture',
          inFolder
            .slice(1)
            .join('/')
            .replace(/_min(?=\.\w+$)/, ''),
        ]
      : ['glpi_documents', 'filepath', inFolder.join('/')];
  const names = [value, `/${value}`];
  const row = await db.selectFrom(table!).select('id').where(column!, 'in', names).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Gives a file a second name, whole or not at all; one that is there stays. */
async function putInPlace(file: string, place: string): Promise<void> {
  await mkdir(path.dirname(place), { recursive: true });
  try {
    await link(file, place);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (!noLinks.has(code)) throw error;
    if (await exists(place)) return;
    const partial = `${place}.${randomUUID().slice(0, 8)}`;
    await copyFile(file, partial);
    await rename(partial, place);
  }
}

/** Whether there is a file that can be reached. */
export function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function isOld(folder: string): Promise<boolean> {
  const { mtimeMs } = await stat(folder);
  return Date.now() - mtimeMs > LONGEST;
}
