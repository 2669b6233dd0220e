import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import mysql from 'mysql2/promise';
import { initializeData, mariadbProgram } from './mariadb-program.ts';

export interface PrivateMariadbOptions {
  /** A folder of its own for data, log and socket; made when missing, used again when not. */
  folder: string;
  /** Told what is being done, one line each, without a line end. */
  progress?: (line: string) => void;
  /** Value of default-time-zone; the machine's own when not given. */
  timeZone?: string;
}

export interface PrivateMariadb {
  port: number;
  socketPath: string;
  /** The URL of a database on it, as its administrator. */
  url(database: string): string;
  /** Ends the server cleanly. May be called twice. */
  stop(): Promise<void>;
}

/** Another process uses the folder. */
export class FolderInUse extends Error {
  override name = 'FolderInUse';
}

/** Milliseconds that a server may take to end. */
const PATIENCE = 15_000;

/** Fast rather than safe against a power cut: the data can be made again. `loose-`: other versions may not know one. */
const TUNING = [
  '--loose-innodb-file-per-table=OFF',
  '--loose-innodb-flush-log-at-trx-commit=0',
  '--loose-innodb-doublewrite=OFF',
  '--loose-innodb-flush-method=nosync',
  '--loose-innodb-stats-persistent=OFF',
  '--loose-innodb-buffer-pool-size=384M',
  '--loose-performance-schema=OFF',
  '--skip-name-resolve',
  '--max-connections=400',
  '--table-open-cache=8000',
  '--table-definition-cache=8000',
  '--character-set-server=utf8mb4',
  '--collation-server=utf8mb4_unicode_ci',
];

/**
 * Starts a MariaDB server that belongs to the caller alone: own data, own socket, a free port on 127.0.0.1, and a
 * password that changes with each start. Installs Debian's mariadb-server first when there is none and this may be
 * done (root with apt-get). A server that a killed process left behind in the folder is ended first.
 * @throws FolderInUse; Error with one line that says what to do when there is no MariaDB, or with the end of the server's
 *   log when it won't start
 */
export async function startPrivateMariadb(options: PrivateMariadbOptions): Promise<PrivateMariadb> {
  const progress = options.progress ?? (() => {});
  const folder = path.resolve(options.folder);
  const program = await mariadbProgram(progress);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await takeOver(folder);
  const data = path.join(folder, 'data');
  const log = path.join(folder, 'mariadb.log');
  if (!existsSync(path.join(folder, 'ready'))) {
    progress('Preparing a private MariaDB (once) …');
    rmSync(data, { recursive: true, force: true });
    await initializeData(program, data, log);
    writeFileSync(path.join(folder, 'ready'), '');
  }
  const temporary = path.join(folder, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const port = await freePort();
  const password = randomBytes(18).toString('base64url');
  const socketPath = socketIn(folder);
  const initFile = path.join(folder, 'accounts.sql');
  writeFileSync(initFile, accounts(password), { mode: 0o600 });
  progress(`Starting the private MariaDB on 127.0.0.1:${port} …`);
  const output = openSync(log, 'a');
  const child = spawn(
    program.server,
    [
      '--no-defaults',
      `--datadir=${data}`,
      // A starting server clears its folder for temporary tables, also of those that another server is using.
      `--tmpdir=${temporary}`,
      `--socket=${socketPath}`,
      `--pid-file=${path.join(folder, 'mariadb.pid')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      `--init-file=${initFile}`,
      ...TUNING,
      ...(options.timeZone === undefined ? [] : [`--default-time-zone=${options.timeZone}`]),
      ...program.asUser,
    ],
    // Its own process group: Ctrl-C in the terminal is for the caller, who ends this server after its own work.
    { stdio: ['ignore', output, output], detached: true },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // A server that is told to end while it still starts may hang.
  let lastResort = () => child.kill('SIGKILL');
  const atExit = () => lastResort();
  process.once('exit', atExit);
  await untilItAnswers(child, { socketPath, user: 'root', password }, folder);
  lastResort = () => child.kill('SIGTERM');
  rmSync(initFile);
  return {
    port,
    socketPath,
    url: (database) => `mysql://root:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`,
    async stop() {
      process.off('exit', atExit);
      child.kill('SIGTERM');
      const impatience = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
      await ended;
      clearTimeout(impatience);
    },
  };
}

/** The administrator may log in through the socket and from 127.0.0.1, with the password alone. */
function accounts(password: string): string {
  const root = ['localhost', '127.0.0.1'].flatMap((host) => [
    `CREATE OR REPLACE USER root@'${host}' IDENTIFIED BY '${password}';`,
    `GRANT ALL PRIVILEGES ON *.* TO root@'${host}' WITH GRANT OPTION;`,
  ]);
  return `${root.join('\n')}\n`;
}

/** Makes the folder ours: refuses while the process that uses it lives, ends a server whose process is gone. */
async function takeOver(folder: string): Promise<void> {
  const owner = path.join(folder, 'owner.pid');
  const other = pidIn(owner);
  if (other !== undefined && other !== process.pid && isAlive(other)) {
    throw new FolderInUse(`${folder} is in use by process ${other}.`);
  }
  const left = pidIn(path.join(folder, 'mariadb.pid'));
  if (left !== undefined && isMariadb(left)) {
    process.kill(left, 'SIGTERM');
    for (let waited = 0; waited < PATIENCE && isAlive(left); waited += 100) await sleep(100);
    if (isAlive(left)) process.kill(left, 'SIGKILL');
  }
  writeFileSync(owner, String(process.pid));
}

function pidIn(file: string): number | undefined {
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  return pid > 0 ? pid : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Process ids are used again: only a MariaDB is ended. Where /proc is missing nothing is. */
function isMariadb(pid: number): boolean {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) && /mariadbd|mysqld/.test(readFileSync(file, 'latin1'));
}

/** In the folder, unless its path is longer than a socket's may be. */
function socketIn(folder: string): string {
  const inside = path.join(folder, 'mariadb.sock');
  return inside.length < 100 ? inside : path.join(mkdtempSync(path.join(tmpdir(), 'apirest-')), 'mariadb.sock');
}

/** A TCP port of 127.0.0.1 that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function untilItAnswers(child: ChildProcess, login: mysql.ConnectionOptions, folder: string): Promise<void> {
  let failure = '';
  child.once('error', (error) => {
    failure = error.message;
  });
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(50)) {
    if (failure || child.exitCode !== null || child.signalCode !== null) break;
    try {
      const connection = await mysql.createConnection(login);
      await connection.end();
      return;
    } catch {
      // not yet
    }
  }
  child.kill('SIGKILL');
  const lines = readFileSync(path.join(folder, 'mariadb.log'), 'utf8').trimEnd().split('\n').slice(-15).join('\n');
  throw new Error(`The private MariaDB didn't start. ${failure}\n${lines}\nIf this stays so, delete ${folder}.`);
}
