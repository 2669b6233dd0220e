import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MailSite, mailSite } from './site-with-mails.ts';

let site: MailSite;
let token: string;

beforeAll(async () => {
  site = await mailSite();
  token = await site.logIn();
});
afterAll(() => site?.close());

const add = async (itemtype: string, input: Record<string, unknown>): Promise<number> => {
  const answer = await site.ask(`/${itemtype}`, { method: 'POST', token, payload: { input } });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: number }>().id;
};

/** Levels of an agreement remind people before they change the ticket (rules 9). */
test.each([
  ['SLA', 'slas_id', 'SlaLevel', 'slalevels_id', 'slas_id_ttr', 'recall'],
  ['OLA', 'olas_id', 'OlaLevel', 'olalevels_id', 'olas_id_tto', 'recall_ola'],
])('a level of an %s reminds of a ticket', async (itemtype, key, level, levelKey, column, event) => {
  await site.db.deleteFrom('glpi_notifications').execute();
  await site.db.deleteFrom('glpi_queuednotifications').execute();
  const title = { subject: '##ticket.action##: ##ticket.urgency##' };
  for (const each of [event, 'update', 'new']) await site.notification('Ticket', each, [[1, 1]], title);
  const slms_id = await add('SLM', { name: itemtype, entities_id: 0, is_recursive: 1 });
  const type = column.endsWith('tto') ? 1 : 0;
  const agreement = await add(itemtype, { name: 'an hour', slms_id, type, number_time: 1, definition_time: 'hour' });
  const early = await add(level, { name: 'l', [key]: agreement, execution_time: -7200, is_active: 1, match: 'AND' });
  await add(`${level}Action`, { [levelKey]: early, action_type: 'assign', field: 'urgency', value: 5 });
  await add(`${level}Action`, { [levelKey]: early, action_type: 'send', field: event, value: 1 });
  const id = await add('Ticket', { name: 'late', content: 'x', urgency: 1, [column]: agreement });
  const mails = await site.queue();
  expect(mails.map(({ name }) => name.replace(/^\[GLPI #\d+\] /, ''))).toEqual([
    `Automatic reminders of ${itemtype}s: Very low`,
    'Update of a ticket: Very high',
    'New ticket: Very high',
  ]);
  expect(mails[0]!.messageid).toContain(`-Ticket-${id}/${event}.`);
});
