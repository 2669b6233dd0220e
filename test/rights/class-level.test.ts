import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as catalog from '../../src/catalog/catalog.ts';
import { CREATE, DELETE, type Operation, PURGE, READ, UPDATE } from '../../src/rights/bits.ts';
import { contextOfProfile } from './contexts.ts';

const contract = resolve(import.meta.dirname, '../../../shared/contract/10.0.19');

interface Profiles {
  readonly profiles: Record<string, { name: string; interface: 'central' | 'helpdesk' }>;
  readonly rights: Record<string, Record<string, number>>;
}

describe.skipIf(!existsSync(contract))(
  'the right to a class, as GLPI answers GET /X (skipped without ../shared)',
  () => {
    const read = <T>(file: string): T => JSON.parse(readFileSync(resolve(contract, file), 'utf8'));
    const access = existsSync(contract) ? read<Record<string, Record<string, string>>>('access.json') : {};
    const { profiles, rights } = existsSync(contract) ? read<Profiles>('profiles.json') : { profiles: {}, rights: {} };

    it.each(Object.values(profiles).filter(({ name }) => Object.values(access)[0]?.[name]))('$name', (profile) => {
      const all = Object.entries(rights).map(([name, bits]): [string, number] => [name, bits[profile.name] ?? 0]);
      const held = all.filter(([name]) => profile.interface === 'central' || helpdesk.has(name));
      const ctx = contextOfProfile({ interface: profile.interface, rights: Object.fromEntries(held) });
      const wrong = catalog.all().filter((itemtype) => {
        const answer = access[itemtype.name]?.[profile.name];
        return answer && ctx.rights.canClass(itemtype, READ) === answer.startsWith('403');
      });
      expect(wrong.map(({ name }) => name)).toEqual([]);
    });
  },
);

/** Rights that a profile of the helpdesk keeps (sessions S5.4). */
const helpdesk = new Set([
  'followup',
  'knowbase',
  'reminder_public',
  'reservation',
  'rssfeed_public',
  'task',
  'ticket',
  'ticketvalidation',
]);

describe('class level', () => {
  const can = (
    name: string,
    operation: Operation,
    rights: Record<string, number>,
    side: 'central' | 'helpdesk' = 'central',
  ) => contextOfProfile({ interface: side, rights }).rights.canClass(catalog.itemtype(name)!, operation);

  it('asks the right for the bit of the operation (R3)', () => {
    expect(can('Computer', READ, { computer: 1 })).toBe(true);
    expect(can('Computer', UPDATE, { computer: 1 })).toBe(false);
    expect(can('Computer', PURGE, { computer: 16 })).toBe(true);
    expect(can('Computer', READ, {})).toBe(false);
  });

  it('is closed for classes without a right, a parent or peers (R3)', () => {
    expect(can('Alert', READ, { computer: 31 })).toBe(false);
  });

  it('asks the fixed parent of a child to be updatable for every write (R5.1)', () => {
    expect(can('ComputerAntivirus', PURGE, { computer: 1 })).toBe(false);
    expect(can('ComputerAntivirus', PURGE, { computer: 2 })).toBe(true);
    expect(can('Item_Disk', CREATE, {})).toBe(true);
  });

  it('asks one peer to be updatable, the other viewable (R6.1)', () => {
    expect(can('Contact_Supplier', CREATE, { contact_enterprise: 1 })).toBe(false);
    expect(can('Contact_Supplier', CREATE, { contact_enterprise: 3 })).toBe(true);
    expect(can('Group_User', CREATE, { group: 2 })).toBe(false);
    expect(can('Group_User', CREATE, { group: 2, user: 1 })).toBe(true);
  });

  it('takes UPDATE for making and purging settings (R9)', () => {
    expect(can('APIClient', CREATE, { config: 2 })).toBe(true);
    expect(can('Rule', PURGE, { config: 2 })).toBe(true);
    expect(can('Config', CREATE, { config: 31 })).toBe(false);
    expect(can('CronTask', DELETE, { config: 31 })).toBe(false);
  });

  it('lets the helpdesk update and delete tickets by CREATE (itil 6.1)', () => {
    expect(can('Ticket', UPDATE, { ticket: 4 }, 'helpdesk')).toBe(true);
    expect(can('Ticket', UPDATE, { ticket: 4 })).toBe(false);
    expect(can('Ticket', UPDATE, { ticket: 32768 })).toBe(true);
    expect(can('Ticket', DELETE, { ticket: 4 }, 'helpdesk')).toBe(true);
  });

  it('opens documents to those who may add followups (R13)', () => {
    expect(can('Document', CREATE, { followup: 4 }, 'helpdesk')).toBe(true);
    expect(can('Document', READ, { followup: 4 }, 'helpdesk')).toBe(false);
  });
});
