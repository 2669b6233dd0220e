import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';

type Columns = Record<string, unknown>;

let site: TestApp;
let token: string;
const ids: Record<string, number> = {};

beforeAll(async () => {
  site = await testApp();
  token = await site.logIn();
  ids.ticket = await add('Ticket', { name: 'T', content: 'x' });
  ids.problem = await add('Problem', { name: 'P', content: 'x' });
  ids.change = await add('Change', { name: 'C', content: 'x' });
  ids.project = await add('Project', { name: 'Pr' });
});
afterAll(() => site.close());

async function send(method: 'POST' | 'PUT', path: string, input: Columns): Promise<{ id: number; message: string }> {
  const answer = await site.ask(path, { method, token, payload: { input } });
  expect(answer.statusCode, answer.body).toBe(method === 'POST' ? 201 : 200);
  return [answer.json()].flat()[0];
}

const add = async (itemtype: string, input: Columns): Promise<number> => (await send('POST', `/${itemtype}`, input)).id;

/** What is said of a task of user 2 on that day, between ten and noon. */
const said = async (day: string): Promise<string> =>
  (
    await send('POST', '/TicketTask', {
      tickets_id: ids.ticket,
      content: 'x',
      users_id_tech: 2,
      plan: { begin: `${day} 10:00:00`, end: `${day} 12:00:00` },
    })
  ).message;

const busy = 'The user glpi is busy at the selected timeframe.';

describe('a technician who is busy (itil 10.8)', () => {
  it('has tasks of all kinds, reminders and events, told class by class, cut to the time', async () => {
    const plan = { begin: '2037-06-01 11:00:00', end: '2037-06-01 13:00:00' };
    const work = { content: 'x', users_id_tech: 2, plan };
    await add('TicketTask', { tickets_id: ids.ticket, ...work });
    await add('ProblemTask', { problems_id: ids.problem, ...work });
    await add('ChangeTask', { changes_id: ids.change, ...work });
    const event = { state: 1, plan };
    await add('PlanningExternalEvent', { name: 'E', ...event });
    await add('PlanningExternalEvent', { name: 'for information', plan });
    const reminder = await add('Reminder', { name: 'R', state: 1 });
    const { begin, end } = plan;
    await send('PUT', `/Reminder/${reminder}`, { is_planned: 1, begin, end });
    const project = { name: 'PT', projects_id: ids.project, plan_start_date: begin, plan_end_date: end };
    const projecttasks_id = await add('ProjectTask', project);
    await add('ProjectTaskTeam', { projecttasks_id, itemtype: 'User', items_id: 2 });
    const time = 'from 2037-06-01 11:00 to 2037-06-01 12:00:';
    expect(await said('2037-06-01')).toBe(
      `${busy}- Change task: ${time}C- Problem task: ${time}P- Reminder: ${time}R- Ticket task: ${time}T- Project task: ${time}PT- External event: ${time}E`,
    );
  });

  it('has events that come again, and those that he is a guest of', async () => {
    const plan = { begin: '2037-07-06 09:00:00', end: '2037-07-06 11:00:00' };
    await add('PlanningExternalEvent', { name: 'W', state: 1, plan, rrule: { freq: 'weekly', interval: 2 } });
    const guest = { users_id: 3, users_id_guests: [4, 2], is_recursive: 1 };
    await add('PlanningExternalEvent', { name: 'G', state: 1, plan, ...guest });
    expect(await said('2037-07-13')).toBe('');
    expect(await said('2037-07-20')).toBe(`${busy}- External event: from 2037-07-20 10:00 to 2037-07-20 11:00:W`);
    expect(await said('2037-07-06')).toContain('to 2037-07-06 11:00:G');
  });

  it('is not busy with the task itself, though another one has its number', async () => {
    const plan = { begin: '2037-08-04 10:00:00', end: '2037-08-04 11:00:00' };
    const id = await add('ChangeTask', { changes_id: ids.change, content: 'x', users_id_tech: 2, plan });
    const later = { begin: '2037-08-04 10:30:00', end: '2037-08-04 11:30:00' };
    expect(await send('PUT', `/ChangeTask/${id}`, { plan: later })).toMatchObject({ message: '' });
  });
});
