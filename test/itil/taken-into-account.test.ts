import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';

let site: TestApp;
let token: string;
beforeAll(async () => {
  site = await testApp();
  token = await site.logIn();
});
afterAll(() => site.close());

type Columns = Record<string, unknown>;

async function taken(): Promise<number> {
  const input = { name: 'x', content: 'x', status: 2, date: '2035-01-01 08:00:00' };
  const added = await site.ask('/Ticket', { method: 'POST', token, payload: { input } });
  const { id } = added.json<{ id: number }>();
  await change(id, { name: 'y' });
  return id;
}

async function change(id: number, input: Columns): Promise<Columns> {
  const answer = await site.ask(`/Ticket/${id}`, { method: 'PUT', token, payload: { input } });
  expect(answer.statusCode, answer.body).toBe(200);
  return (await site.ask(`/Ticket/${id}`, { token })).json();
}

describe('the delay until a ticket was taken into account, taken back (itil 2.10)', () => {
  it('leaves no date', async () => {
    const id = await taken();
    expect(await change(id, { takeintoaccount_delay_stat: 0, status: 1 })).toMatchObject({
      takeintoaccount_delay_stat: 0,
      takeintoaccountdate: null,
    });
  });

  it('is there again where the ticket isn’t new', async () => {
    const { takeintoaccount_delay_stat: delay, takeintoaccountdate: date } = await change(await taken(), {
      takeintoaccount_delay_stat: 0,
    });
    expect(delay).toBeGreaterThan(0);
    expect(date).not.toBeNull();
  });
});
