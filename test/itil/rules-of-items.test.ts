import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/behaviours/behaviour.ts';
import { isOpen, statusSets } from '../../src/behaviours/itil/statuses.ts';
import { invalidRequesterAddress, unwantedRows, wantedActors } from '../../src/itil/actor-input.ts';
import { setStatusDates } from '../../src/itil/intake.ts';
import { matrixPriority, offeredLevel } from '../../src/itil/priority.ts';
import { periodOf, periodsLater } from '../../src/itil/recurrence-life.ts';
import { verdict } from '../../src/itil/validations.ts';
import type { Settings } from '../../src/settings/settings.ts';

const values: Record<string, string> = {
  urgency_mask: '62',
  impact_mask: '14',
  priority_matrix: JSON.stringify({ 3: { 3: 3, 5: 4 }, 5: { 1: 2, 5: 5 } }),
};
const settings: Settings = {
  text: (name) => values[name] ?? null,
  on: (name) => values[name] === '1',
  number: (name) => Number(values[name] ?? 0),
  context: () => new Map(),
};

describe('priority (itil 2.2, 2.4)', () => {
  it('comes from the matrix', () => {
    expect(matrixPriority(settings, 3, 5)).toBe(4);
    expect(matrixPriority(settings, '5', 1)).toBe(2);
  });

  it('is the rounded mean outside the matrix', () => {
    expect(matrixPriority(settings, 4, 1)).toBe(3);
    expect(matrixPriority(settings, 9, 9)).toBe(9);
  });

  it('takes medium for levels that are missing or not offered', () => {
    expect(offeredLevel(settings, 'urgency_mask', undefined)).toBe(3);
    expect(offeredLevel(settings, 'urgency_mask', 9)).toBe(3);
    expect(offeredLevel(settings, 'urgency_mask', '5')).toBe(5);
    expect(offeredLevel(settings, 'impact_mask', 5)).toBe(3);
  });
});

describe('statuses (itil 1.1)', () => {
  it('are open, solved or closed by type', () => {
    expect(isOpen('Ticket', 8)).toBe(true);
    expect(isOpen('Problem', 8)).toBe(false);
    expect(isOpen('Change', '14')).toBe(false);
    expect(statusSets('Change').hasAssigned).toBe(false);
    expect(statusSets('Change').reopenable).not.toContain(4);
  });

  it.each([
    [{ status: 5 }, { solvedate: '2026-03-02 09:30:00' }],
    [{ status: 5, solvedate: '2026-03-01 10:00:00' }, { solvedate: '2026-03-02 09:30:00' }],
    [{ status: 5, solvedate: '2026-03-03 10:00:00' }, { solvedate: '2026-03-03 10:00:00' }],
    [{ status: 6, closedate: '2026-03-04 10:00:00' }, { solvedate: '2026-03-04 10:00:00' }],
    [
      { status: 6, closedate: '2026-03-04 10:00:00', solvedate: '2026-03-03 10:00:00' },
      { solvedate: '2026-03-03 10:00:00', closedate: '2026-03-04 10:00:00' },
    ],
    [{ status: 4 }, { begin_waiting_date: '2026-03-02 09:30:00' }],
  ])('give a new item its dates: %o (itil 2.3)', (given, expected) => {
    const input: Input = { date: '2026-03-02 09:30:00', ...given };
    setStatusDates('Ticket', input);
    expect(input).toMatchObject(expected);
  });
});

describe('the verdict of approvals (itil 9.3)', () => {
  it.each([
    [[2, 2], 0, 2],
    [[3, 4], 0, 3],
    [[4, 2], 0, 4],
    [[3, 4], 100, 4],
    [[3, 4], 50, 3],
    [[3, 2], 100, 2],
    [[], 0, 2],
    [[], 100, 2],
  ])('of %o with %i percent is %i', (answers, percent, expected) => {
    expect(verdict(answers, percent)).toBe(expected);
  });
});

describe('actors of an input (itil 3.2)', () => {
  const people = (input: Input, isNew = true): string[] =>
    wantedActors(input, isNew).map(({ role, kind, id, alternative_email: mail }) => `${role} ${kind} ${mail || id}`);

  it('come in all notations, in order of roles and kinds', () => {
    expect(
      people({
        _users_id_observer: [5, '9'],
        _groups_id_assign: 2,
        _users_id_requester: '3',
        _additional_requesters: [{ users_id: 7 }],
        _additional_groups_assigns: [4, { groups_id: 6 }],
        _suppliers_id_assign: [1],
      }),
    ).toEqual([
      'requester User 3',
      'requester User 7',
      'assign Group 2',
      'assign Group 4',
      'assign Group 6',
      'assign Supplier 1',
      'observer User 5',
      'observer User 9',
    ]);
  });

  it('may be known by an address', () => {
    const mail = { use_notification: 1, alternative_email: 'guest@example.test' };
    expect(people({ _users_id_requester: 0, _users_id_requester_notif: mail })).toEqual([
      'requester User guest@example.test',
    ]);
    expect(people({ _users_id_requester: 0, _users_id_requester_notif: mail }, false)).toEqual([]);
    expect(people({ _users_id_requester: 0 })).toEqual([]);
    expect(people({ _actors: { requester: [{ itemtype: 'User', items_id: 0, ...mail }] } })).toHaveLength(1);
  });

  it('are nobody for empty values and words', () => {
    expect(people({ _users_id_requester: [], _users_id_assign: '', _groups_id_assign: 'none' })).toEqual([]);
  });

  it('take their notification from the same place of the list', () => {
    const notif = { use_notification: [0, 1], alternative_email: ['', 'five@example.test'] };
    const wanted = wantedActors({ _users_id_requester: [3, 5], _users_id_requester_notif: notif }, true);
    expect(wanted).toEqual([
      { role: 'requester', kind: 'User', id: 3, use_notification: 0, alternative_email: '' },
      { role: 'requester', kind: 'User', id: 5, use_notification: 1, alternative_email: 'five@example.test' },
    ]);
  });

  it('are refused by an address of a list that is none', () => {
    const notif = { use_notification: [1], alternative_email: ['not an address'] };
    expect(invalidRequesterAddress({ _users_id_requester_notif: notif })).toBe('not an address');
    expect(invalidRequesterAddress({ _users_id_requester_notif: { alternative_email: 'none' } })).toBeUndefined();
  });

  it('go by their rows', () => {
    expect(
      unwantedRows({
        _users_id_requester_deleted: [
          { id: 4, itemtype: 'User' },
          { id: 5, itemtype: 'Cat' },
        ],
      }),
    ).toEqual([{ kind: 'User', row: 4 }]);
  });
});

describe('recurrence (itil 14)', () => {
  const begin = Date.UTC(2036, 0, 1) / 1000;

  it('counts in seconds, months and years', () => {
    expect(periodsLater(begin, periodOf('86400'), 2)).toBe(begin + 172_800);
    expect(periodsLater(begin, periodOf('1MONTH'), 1)).toBe(Date.UTC(2036, 1, 1) / 1000);
    expect(periodsLater(begin, periodOf('2YEAR'), 1)).toBe(Date.UTC(2038, 0, 1) / 1000);
  });
});
