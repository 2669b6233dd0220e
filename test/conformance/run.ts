import { spawn } from 'node:child_process';
import {
  copyFileSync,
  createWriteStream,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { FolderInUse, freePort, type PrivateMariadb, startPrivateMariadb } from '../../src/database/private-mariadb.ts';

// Plays the recordings of a real GLPI against this server:
//
//   npm run replay -- [--update] [--quiet] [--show N] [--jobs N] [--json FILE] [FOLDER-OR-FILE…]
//
// Folders are such as sessions or items-read.
//
// Each job has a database and a server of its own, for one dataset. Ends with status 1 when a step of ratchet.txt no
// longer passes; --update adds what passes now to it.

const root = path.resolve(import.meta.dirname, '../..');
const shared = sharedFolder();
const tool = path.join(shared, 'conformance', 'replay.mjs');
const recordings = path.join(shared, 'conformance', 'recordings');
const ratchet = path.join(import.meta.dirname, 'ratchet.txt');
const differences = path.join(import.meta.dirname, 'differences.txt');

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    update: { type: 'boolean', default: false },
    show: { type: 'string', default: '5' },
    quiet: { type: 'boolean', default: false },
    jobs: { type: 'string', default: '4' },
    json: { type: 'string' },
  },
});

interface Job {
  name: string;
  dataset: string;
  files: string[];
}

interface Outcome {
  /** Passed steps and all steps of each folder. */
  folders: Record<string, [passed: number, steps: number]>;
  passed: number;
  failed: number;
  status: number;
}

if (!existsSync(tool)) {
  console.log('Replays skipped: ../shared is not there.');
  process.exit(0);
}
const files = chosenFiles();
const work = mkdtempSync(path.join(privateFolder(), 'replay-'));
const mariadb = await startMariadb();
let status = 1;
try {
  const outcomes = await Promise.all(
    split(files, Number(options.jobs)).map((job) =>
      play(job, mariadb).catch((error: Error): Outcome => {
        console.log(`── ${job.name}\n${error.message}`);
        return { folders: {}, passed: 0, failed: 0, status: 1 };
      }),
    ),
  );
  if (options.update) mergeRatchets();
  for (const [folder, [passed, steps]] of Object.entries(folderTotals(outcomes)))
    console.log(`${folder.padEnd(24)} ${passed}/${steps}`);
  const sum = (key: 'passed' | 'failed' | 'status') => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  status = sum('status') > 0 ? 1 : 0;
  if (status > 0) console.log('Steps of ratchet.txt failed, or a server did.');
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
} finally {
  await mariadb.stop();
  rmSync(work, { recursive: true, force: true });
}
process.exit(status);

/** Without links in it: recordings are known by their path below the tool's own folder. */
function sharedFolder(): string {
  const folder = path.resolve(root, '../shared');
  return existsSync(folder) ? realpathSync(folder) : folder;
}

function folderTotals(outcomes: Outcome[]): Outcome['folders'] {
  const totals: Outcome['folders'] = {};
  for (const [folder, [passed, steps]] of outcomes.flatMap((outcome) => Object.entries(outcome.folders))) {
    const [before, all] = totals[folder] ?? [0, 0];
    totals[folder] = [before + passed, all + steps];
  }
  return totals;
}

function privateFolder(): string {
  const folder = path.join(root, '.private');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The datasets' moments are in UTC, and so was the server that was recorded. */
async function startMariadb(): Promise<PrivateMariadb> {
  for (let n = 1; ; n++) {
    try {
      const folder = path.join(privateFolder(), `replays-${n}`);
      return await startPrivateMariadb({ folder, timeZone: '+00:00', progress: (line) => console.log(line) });
    } catch (error) {
      if (!(error instanceof FolderInUse)) throw error;
    }
  }
}

function chosenFiles(): string[] {
  const given =
    positionals.length > 0
      ? positionals.map((name) => (existsSync(name) ? name : path.join(recordings, name)))
      : [recordings];
  const unknown = given.find((place) => !existsSync(place));
  if (unknown !== undefined) {
    console.error(`There are no recordings ${unknown}.`);
    process.exit(2);
  }
  return given.flatMap((place) =>
    statSync(place).isDirectory()
      ? globSync('**/*.json', { cwd: place })
          .sort()
          .map((file) => path.join(place, file))
      : [place],
  );
}

/** Jobs of one dataset each, as many as asked for, of about the same size. */
function split(files: string[], jobs: number): Job[] {
  const byDataset = Object.groupBy(files, (file) => String(JSON.parse(readFileSync(file, 'utf8')).dataset ?? 'fresh'));
  return Object.entries(byDataset).flatMap(([dataset, own = []]) => {
    const parts = Math.max(1, Math.min(own.length, Math.round((jobs * own.length) / files.length)));
    return Array.from({ length: parts }, (_, part) => ({
      name: `${dataset}_${part + 1}`,
      dataset,
      files: own.filter((_, index) => index % parts === part),
    }));
  });
}

async function play(job: Job, { url }: PrivateMariadb): Promise<Outcome> {
  const database = url(`replay_${job.name}`);
  await run([tool, 'load', '--db', database, path.join(shared, 'datasets', `${job.dataset}.sql.gz`)]);
  const server = await serve(job, database);
  try {
    const copy = path.join(work, `${job.name}.ratchet`);
    if (existsSync(ratchet)) copyFileSync(ratchet, copy);
    else writeFileSync(copy, '');
    const { output, status } = await run([
      tool,
      'run',
      '--db',
      database,
      '--url',
      `http://127.0.0.1:${server.port}/apirest.php`,
      '--ratchet',
      copy,
      '--differs',
      differences,
      '--show',
      options.show,
      ...(options.update ? ['--update'] : []),
      ...(options.quiet ? ['--quiet'] : []),
      ...(options.json ? ['--json', `${options.json}.${job.name}.json`] : []),
      ...job.files,
    ]);
    const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [];
    const folders = [...output.matchAll(/^(\S+) +(\d+)\/(\d+)$/gm)].map(([, folder, own, steps]) => [
      folder,
      [Number(own), Number(steps)],
    ]);
    console.log(`── ${job.name}\n${output}`);
    return {
      folders: Object.fromEntries(folders),
      passed: Number(passed ?? 0),
      failed: Number(failed ?? 0),
      status: passed === undefined ? 1 : status,
    };
  } finally {
    await server.stop();
  }
}

/** The server as `npm start` runs it, on a port of its own; its log stays in .private. */
async function serve(job: Job, database: string): Promise<{ port: number; stop(): Promise<void> }> {
  const files = path.join(work, `${job.name}-files`);
  mkdirSync(files);
  const archive = path.join(shared, 'datasets', `${job.dataset}-files.tar.gz`);
  if (existsSync(archive)) await run(['-xzf', archive, '-C', files], 'tar');
  const port = await freePort();
  const env = {
    ...process.env,
    TZ: 'UTC',
    PORT: String(port),
    DATABASE_URL: database,
    GLPI_DIR: '',
    GLPI_FILES_DIR: files,
    GLPI_LOCALES_DIR: path.join(shared, 'locales'),
    LOG_LEVEL: 'error',
  };
  const child = spawn(process.execPath, [path.join(root, 'src', 'main.ts')], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(path.join(privateFolder(), `replay-${job.name}.log`));
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  for (let tries = 0; tries < 1200 && child.exitCode === null; tries++, await sleep(100)) {
    if (await answers(port)) return { port, stop };
  }
  child.kill('SIGKILL');
  throw new Error(`The server for ${job.name} didn't start:\n${readFileSync(log.path, 'utf8')}`);
}

async function answers(port: number): Promise<boolean> {
  try {
    await fetch(`http://127.0.0.1:${port}/apirest.php/`);
    return true;
  } catch {
    return false;
  }
}

function run(parameters: string[], command = process.execPath): Promise<{ output: string; status: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ output: output.trimEnd(), status: code ?? 1 }));
  });
}

/** Each job added its own steps to a copy. */
function mergeRatchets(): void {
  const lines = globSync('*.ratchet', { cwd: work }).flatMap((file) =>
    readFileSync(path.join(work, file), 'utf8').split('\n').filter(Boolean),
  );
  writeFileSync(ratchet, `${[...new Set(lines)].sort().join('\n')}\n`);
}
