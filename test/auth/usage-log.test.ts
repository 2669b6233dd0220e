import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../src/auth/api-clients.ts';
import { UsageLog } from '../../src/auth/usage-log.ts';
import type { Db } from '../../src/database/database.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'apirest-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const client = (dolog_method: number): ApiClient => ({
  ...{ id: 3, app_token: null, ipv4_range_start: null, ipv4_range_end: null, ipv6: null },
  dolog_method,
});
const usage = {
  resource: 'Computer',
  address: '127.0.0.1',
  user: { id: 2, name: 'glpi', friendlyName: 'Ada Lovelace' },
  date: new Date(2026, 0, 5, 8, 3, 0),
};

/** A database that notes what is inserted. */
function noting() {
  const rows: unknown[] = [];
  const query = { values: (added: unknown[]) => ({ execute: async () => rows.push(...added) }) };
  return { rows, db: { insertInto: () => query } as unknown as Db };
}

describe('the log of calls (sessions S6.4)', () => {
  it('is the history of the API client', async () => {
    const { rows, db } = noting();
    const log = new UsageLog(db, folder, () => {});
    await log.write(client(2), usage);
    await log.write(client(2), { ...usage, resource: 'initSession', user: undefined });
    expect(rows).toMatchObject([
      {
        ...{ itemtype: 'APIClient', items_id: 3, itemtype_link: '0', linked_action: 12, user_name: 'Ada Lovelace (2)' },
        new_value: "Enpoint 'Computer' called by 127.0.0.1 (glpi)",
      },
      { user_name: '', new_value: "Enpoint 'initSession' called by 127.0.0.1 " },
    ]);
  });

  it("is a file in GLPI's folder, an entry for each call", async () => {
    const log = new UsageLog(noting().db, folder, () => {});
    await log.write(client(1), { ...usage, resource: 'Comp\nuter' });
    const lines = readFileSync(path.join(folder, '_log/api.log'), 'utf8').split('\n');
    expect(lines[0]).toMatch(/^2026-01-05 08:03:00 \[2@.+\]$/);
    expect(lines.slice(1)).toEqual(["Enpoint 'Comp uter' called by 127.0.0.1 (glpi)", '']);
  });

  it('goes to the log of the server when there is no folder, and nowhere when nobody wants it', async () => {
    const told: string[] = [];
    const { rows, db } = noting();
    const log = new UsageLog(db, undefined, (_, text) => told.push(text));
    await log.write(client(1), usage);
    await log.write(client(0), usage);
    await log.write(client(7), usage);
    expect(told).toEqual(["Enpoint 'Computer' called by 127.0.0.1 (glpi)"]);
    expect(rows).toEqual([]);
  });
});
