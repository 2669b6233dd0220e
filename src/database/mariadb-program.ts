import { execFileSync, spawn } from 'node:child_process';
import { accessSync, constants, existsSync, openSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** A MariaDB on this machine. */
export interface MariadbProgram {
  server: string;
  /** The script that prepares a data folder. */
  installDb: string;
  /** What makes both run as the present user: the server refuses to be root unless told so. */
  asUser: string[];
}

const PLACES = ['/usr/sbin', '/usr/local/sbin', '/usr/libexec', '/usr/local/mysql/bin', '/usr/local/bin', '/usr/bin'];

const ADVICE =
  'There is no MariaDB on this machine. Install it (Debian, Ubuntu: apt-get install mariadb-server; Fedora: dnf install mariadb-server), or use Docker: docker compose up.';

/**
 * Finds MariaDB's server, or installs Debian's package when this process is root and apt-get is there.
 * @throws Error, one line, that says what to install
 */
export async function mariadbProgram(progress: (line: string) => void): Promise<MariadbProgram> {
  const found = find();
  if (found) return found;
  if (process.getuid?.() !== 0 || !executable('apt-get')) throw new Error(ADVICE);
  progress("Installing Debian's mariadb-server (once; this can take a minute) …");
  await installPackage();
  const installed = find();
  if (!installed) throw new Error(ADVICE);
  return installed;
}

function find(): MariadbProgram | undefined {
  const server = ['mariadbd', 'mysqld'].map(executable).find((file) => file !== undefined && isMariadb(file));
  const installDb = executable('mariadb-install-db') ?? executable('mysql_install_db');
  if (server === undefined || installDb === undefined) return undefined;
  return { server, installDb, asUser: process.getuid?.() === 0 ? ['--user=root'] : [] };
}

function executable(name: string): string | undefined {
  return [...(process.env.PATH ?? '').split(path.delimiter), ...PLACES]
    .map((folder) => path.join(folder, name))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** MySQL's own mysqld prepares its data otherwise and differs in what this project relies on. */
function isMariadb(server: string): boolean {
  try {
    return execFileSync(server, ['--no-defaults', '--version'], { encoding: 'utf8' }).includes('MariaDB');
  } catch {
    return false;
  }
}

/** Debian's package starts a server on port 3306 at once; a policy for the time of the installation forbids it. */
async function installPackage(): Promise<void> {
  const script = `
    set -e
    policy=/usr/sbin/policy-rc.d
    if [ ! -e $policy ]; then printf '#!/bin/sh\\nexit 101\\n' > $policy; chmod +x $policy; trap 'rm -f $policy' EXIT; fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq || true
    apt-get install -y -qq --no-install-recommends mariadb-server`;
  try {
    await run('sh', ['-c', script], 'pipe');
  } catch (error) {
    throw new Error(`apt-get couldn't install mariadb-server: ${(error as Error).message}`);
  }
}

/**
 * Prepares an empty data folder.
 * @param log file that the script's output is added to
 */
export async function initializeData(program: MariadbProgram, data: string, log: string): Promise<void> {
  // The script looks for its files beside a fixed path; a server elsewhere (a tarball) needs to be told.
  const base = path.dirname(path.dirname(realpathSync(program.server)));
  const basedir = existsSync(path.join(base, 'share')) ? [`--basedir=${base}`] : [];
  const options = ['--auth-root-authentication-method=normal', '--skip-test-db', '--loose-innodb-flush-method=nosync'];
  await run(
    program.installDb,
    ['--no-defaults', `--datadir=${data}`, ...basedir, ...options, ...program.asUser],
    openSync(log, 'a'),
  );
}

function run(command: string, parameters: string[], output: 'pipe' | number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { stdio: ['ignore', output, output] });
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      said += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(`${path.basename(command)} ended with ${code}. ${said.trim().split('\n').slice(-3).join(' ')}`),
        );
    });
  });
}
