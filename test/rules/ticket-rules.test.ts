import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';

type Input = Record<string, unknown>;

let site: TestApp;
let token: string;
let rules: number[] = [];

beforeAll(async () => {
  site = await testApp();
  token = await site.logIn();
});
afterAll(() => site.close());
beforeEach(async () => {
  for (const id of rules) await site.ask(`/RuleTicket/${id}?force_purge=true`, { method: 'DELETE', token });
  rules = [];
});

async function add(itemtype: string, input: Input): Promise<number> {
  const answer = await site.ask(`/${itemtype}`, { method: 'POST', token, payload: { input } });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: number }>().id;
}

/** A rule of the root entity; criteria as `[criteria, condition, pattern]`, actions as `[action_type, field, value]`. */
async function rule(
  condition: number,
  criteria: readonly (readonly [string, number, unknown])[],
  actions: readonly (readonly [string, string, unknown])[],
): Promise<void> {
  const head = { name: 'r', match: 'AND', is_active: 1, is_recursive: 1, entities_id: 0 };
  const rules_id = await add('RuleTicket', { ...head, condition });
  rules.push(rules_id);
  for (const [name, number, pattern] of criteria) {
    await add('RuleCriteria', { rules_id, criteria: name, condition: number, pattern });
  }
  for (const [action_type, field, value] of actions) await add('RuleAction', { rules_id, action_type, field, value });
}

const ticket = (input: Input = {}): Promise<number> => add('Ticket', { name: 'x', content: 'x', ...input });
const read = async (id: number): Promise<Input> => (await site.ask(`/Ticket/${id}`, { token })).json<Input>();

async function change(id: number, input: Input): Promise<Input> {
  const answer = await site.ask(`/Ticket/${id}`, { method: 'PUT', token, payload: { input } });
  expect(answer.statusCode, answer.body).toBe(200);
  return read(id);
}

const ON_ADD = 1;
const ON_UPDATE = 2;

describe('what rules know of a ticket (rules 4)', () => {
  it('both urgency and impact where a priority is worked out from them', async () => {
    await rule(
      ON_UPDATE,
      [
        ['urgency', 0, 5],
        ['impact', 0, 3],
      ],
      [['assign', 'type', 2]],
    );
    expect((await change(await ticket(), { urgency: 5 })).type).toBe(2);
    expect((await change(await ticket({ urgency: 5 }), { urgency: 5, name: 'y' })).type).toBe(1);
  });

  it('that a new ticket without an item is nowhere; of a changed one nothing is known', async () => {
    const nowhere = [['_locations_id_of_item', 0, '0'] as const];
    await rule(ON_ADD, nowhere, [['assign', 'type', 2]]);
    await rule(ON_UPDATE, [...nowhere, ['name', 0, 'y']], [['assign', 'urgency', 5]]);
    const id = await ticket();
    expect((await read(id)).type).toBe(2);
    expect((await change(id, { name: 'y' })).urgency).toBe(3);
  });

  it('and copies that place', async () => {
    const locations_id = await add('Location', { name: 'Attic' });
    await rule(ON_ADD, [['name', 0, 'x']], [['fromitem', 'locations_id', 1]]);
    expect((await read(await ticket({ locations_id }))).locations_id).toBe(0);
    const computer = await add('Computer', { name: 'c', locations_id });
    expect((await read(await ticket({ items_id: { Computer: [computer] } }))).locations_id).toBe(locations_id);
  });

  it('the calendars of its entity, and the recursive ones above', async () => {
    const entity = await add('Entity', { name: 'works', entities_id: 0 });
    token = await site.logIn();
    const always = async (input: Input): Promise<number> => {
      const calendars_id = await add('Calendar', { name: 'c', ...input });
      for (const day of [0, 1, 2, 3, 4, 5, 6]) {
        await add('CalendarSegment', { calendars_id, day, begin: '00:00:00', end: '24:00:00' });
      }
      return calendars_id;
    };
    const [everywhere, root, own] = [
      await always({ entities_id: 0, is_recursive: 1 }),
      await always({ entities_id: 0, is_recursive: 0 }),
      await always({ entities_id: entity, is_recursive: 0 }),
    ];
    const matches = async (calendar: number, entities_id: number): Promise<boolean> => {
      await rule(ON_ADD, [['_date_creation_calendars_id', 0, calendar]], [['assign', 'type', 2]]);
      const { type } = await read(await ticket({ entities_id }));
      await site.ask(`/RuleTicket/${rules.pop()}?force_purge=true`, { method: 'DELETE', token });
      return type === 2;
    };
    expect([await matches(everywhere, 0), await matches(root, 0), await matches(own, 0)]).toEqual([true, true, false]);
    expect([await matches(everywhere, entity), await matches(root, entity), await matches(own, entity)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
