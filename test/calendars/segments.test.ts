import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';

let site: TestApp;
let token: string;
let calendars_id: number;

const add = (itemtype: string, input: Record<string, unknown>) =>
  site.ask(`/${itemtype}`, { method: 'POST', token, payload: { input } });

beforeAll(async () => {
  site = await testApp();
  token = await site.logIn();
  calendars_id = (await add('Calendar', { name: 'c' })).json<{ id: number }>().id;
  await add('CalendarSegment', { calendars_id, day: 1, begin: '08:00:00', end: '12:00:00' });
});
afterAll(() => site.close());

describe('segments of a calendar (itil 7.4)', () => {
  it.each([
    ['overlaps', 1, '11:00:00', '13:00:00'],
    ['holds another', 1, '07:00:00', '13:00:00'],
    ['lies within another', 1, '09:00:00', '10:00:00'],
    ['begins where another ends', 1, '12:00:00', '13:00:00'],
    ['ends where another begins', 1, '07:00:00', '08:00:00'],
  ])('one that %s is refused', async (_how, day, begin, end) => {
    const answer = await add('CalendarSegment', { calendars_id, day, begin, end });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toEqual(['ERROR_GLPI_ADD', 'Can not add a range riding an existing period']);
  });

  it.each([
    ['another time', 1, '13:00:00', '17:00:00'],
    ['another day', 2, '11:00:00', '13:00:00'],
  ])('one of %s is added, and counted', async (_what, day, begin, end) => {
    expect((await add('CalendarSegment', { calendars_id, day, begin, end })).statusCode).toBe(201);
    const row = (await site.ask(`/Calendar/${calendars_id}`, { token })).json<{ cache_duration: string }>();
    expect(JSON.parse(row.cache_duration)[day]).toBe(day === 1 ? 8 * 3600 : 2 * 3600);
  });
});
