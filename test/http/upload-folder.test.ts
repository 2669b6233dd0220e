import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeUploadFolder } from '../../src/http/upload-folder.ts';

const parent = mkdtempSync(join(tmpdir(), 'upload-folders-'));
afterAll(() => rmSync(parent, { recursive: true }));
beforeEach(() => {
  for (const name of readdirSync(parent)) rmSync(join(parent, name), { recursive: true });
});

/** A folder with an upload in it, as a server leaves it that is killed. */
function leave(name: string): string {
  const folder = join(parent, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'upload-1'), 'x');
  return folder;
}

const nameOf = (pid: number, host = hostname()) => `glpi-apirest-${pid}-${host}-0123abcd`;

describe('the folder of uploads', () => {
  it('is new, and for this user alone', async () => {
    const [one, other] = [await makeUploadFolder(parent), await makeUploadFolder(parent)];
    expect(one).not.toBe(other);
    expect(existsSync(one) && existsSync(other)).toBe(true);
  });

  it('replaces those of servers that were killed, and no others', async () => {
    const killed = spawn('sleep', ['60']);
    const running = spawn('sleep', ['60']);
    const ofKilled = leave(nameOf(killed.pid!));
    const others = [
      leave(nameOf(running.pid!)),
      leave(nameOf(999_999_999, 'another-machine')),
      leave('glpi-apirest-of-somebody'),
      leave('somebody-else-1'),
    ];
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    await makeUploadFolder(parent);
    expect(existsSync(ofKilled)).toBe(false);
    for (const folder of others) expect(existsSync(join(folder, 'upload-1')), folder).toBe(true);
    running.kill('SIGKILL');
  });

  it('replaces that of a predecessor with this process’s id, as in containers', async () => {
    const predecessors = leave(nameOf(process.pid));
    const longAgo = Date.now() / 1000 - process.uptime() - 60;
    utimesSync(predecessors, longAgo, longAgo);
    const own = await makeUploadFolder(parent);
    await makeUploadFolder(parent);
    expect(existsSync(predecessors)).toBe(false);
    expect(existsSync(own)).toBe(true);
  });
});
