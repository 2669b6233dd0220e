import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Asking, startAsking } from '../items/write/asking.ts';

let glpi: Asking;

beforeAll(async () => {
  glpi = await startAsking();
});
afterAll(() => glpi.close());

const words = ['constructor', '__proto__', 'toString', '__defineGetter__'];
const actions = ['assign', 'append', 'regex_result', 'fromuser', 'fromitem', 'defaultfromuser', 'compute', 'send'];

it.each(words)('a rule that speaks of "%s" means nothing, and hurts no ticket', async (word) => {
  const rule = await glpi.made('RuleTicket', { name: word, match: 'OR', is_active: 1, condition: 3 });
  const part = (itemtype: string, input: object) => glpi.add(itemtype, { rules_id: rule, ...input });
  const made = [
    await part('RuleCriteria', { criteria: word, condition: 0, pattern: 'x' }),
    await part('RuleCriteria', { criteria: 'name', condition: 2, pattern: word }),
    await part('RuleAction', { action_type: word, field: 'priority', value: '1' }),
  ];
  for (const action_type of actions) made.push(await part('RuleAction', { action_type, field: word, value: '1' }));
  const ticket = await glpi.add('Ticket', { name: word, content: 'c', items_id: { [word]: [1] }, [word]: 1 });
  const changed = await glpi.change('Ticket', ticket.body.id, { name: `${word} again` });
  const right = await glpi.add('RuleRight', { name: word, match: 'OR', is_active: 1 });
  const others = [
    await glpi.add('RuleAction', { rules_id: right.body.id, action_type: 'assign', field: word, value: '1' }),
    await glpi.add('DropdownTranslation', { itemtype: word, items_id: 1, language: word, field: word, value: 'x' }),
    await glpi.add('Document_Item', { itemtype: word, items_id: 1, documents_id: 1 }),
    await glpi.add('SLA', { name: word, type: 0, number_time: 1, definition_time: word }),
    await glpi.change('Ticket', ticket.body.id, { _itil_requester: { _type: word, users_id: 2 } }),
  ];
  const faults = [...made, ticket, changed, right, ...others].filter(({ status }) => status >= 500);
  expect(faults).toEqual([]);
});
