import { expect } from 'vitest';
import type { TestApp } from '../support/app.ts';

export type Input = Record<string, unknown>;

/** A program that writes its calls in its own way (as published clients do). Each call fails where the answer isn't success. */
export interface Client {
  /** Adds items; gives their ids. */
  add(itemtype: string, inputs: readonly Input[]): Promise<number[]>;
  change(itemtype: string, id: number, input: Input): Promise<void>;
  /** Into the trashbin where the type has one, unless purged. */
  remove(itemtype: string, id: number, purge?: boolean): Promise<void>;
}

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Call = (method: Method, path: string, input?: unknown, query?: string) => Promise<unknown>;

const SUCCESS: Record<Method, number> = { POST: 201, PUT: 200, PATCH: 200, DELETE: 200 };

function caller(app: TestApp, token: string, headers: Record<string, string>): Call {
  return async (method, path, input, query = '') => {
    const answer = await app.ask(query === '' ? path : `${path}?${query}`, {
      method,
      token,
      headers,
      ...(input !== undefined && { payload: JSON.stringify(input) }),
    });
    expect(answer.statusCode, `${method} ${path} ${JSON.stringify(input)}: ${answer.body}`).toBe(SUCCESS[method]);
    return answer.json();
  };
}

function idsOf(answer: unknown): number[] {
  return (Array.isArray(answer) ? answer : [answer]).map(({ id }: { id: unknown }) => {
    expect(id).toBeTypeOf('number');
    return id as number;
  });
}

const pathOf = (itemtype: string): string => `/${encodeURIComponent(itemtype)}`;
const JSON_BODY = { 'content-type': 'application/json' };

/** One request for each item, in order. */
async function oneByOne(inputs: readonly Input[], send: (input: Input) => Promise<unknown>): Promise<number[]> {
  const ids: number[] = [];
  for (const input of inputs) ids.push(...idsOf(await send(input)));
  return ids;
}

/** Bodies hold lists, also of one item; deletions have a body too (python-glpi-api). */
export function listsOfItems(app: TestApp, token: string): Client {
  const call = caller(app, token, JSON_BODY);
  return {
    add: async (itemtype, inputs) => idsOf(await call('POST', pathOf(itemtype), { input: inputs })),
    change: async (itemtype, id, input) => void (await call('PUT', pathOf(itemtype), { input: [{ id, ...input }] })),
    remove: async (itemtype, id, purge = false) =>
      void (await call('DELETE', pathOf(itemtype), { input: [{ id }], force_purge: purge, history: true })),
  };
}

/** All options on all calls, as text of the query (glpi-api of npm). */
export function optionsOnEveryCall(app: TestApp, token: string): Client {
  const call = caller(app, token, JSON_BODY);
  const options = 'expand_dropdowns=false&get_hateoas=true&only_id=false&searchText=&sort=id&order=ASC';
  return {
    add: (itemtype, inputs) => oneByOne(inputs, (input) => call('POST', pathOf(itemtype), { input }, options)),
    change: async (itemtype, id, input) =>
      void (await call('PUT', `${pathOf(itemtype)}/${id}`, { input: { id, ...input } }, options)),
    remove: async (itemtype, id, purge = false) =>
      void (await call('DELETE', `${pathOf(itemtype)}/${id}`, undefined, `force_purge=${purge}&history=true`)),
  };
}

/** JSON content type even without a body; deletions name their items in the query (glpi-client of npm). */
export function itemsInTheQuery(app: TestApp, token: string): Client {
  const call = caller(app, token, JSON_BODY);
  return {
    add: (itemtype, inputs) => oneByOne(inputs, (input) => call('POST', pathOf(itemtype), { input })),
    change: async (itemtype, id, input) => void (await call('PUT', pathOf(itemtype), { input: { id, ...input } })),
    remove: async (itemtype, id, purge = false) =>
      void (await call('DELETE', pathOf(itemtype), undefined, `input[0][id]=${id}${purge ? '&force_purge=true' : ''}`)),
  };
}

/** Truth as 1 and 0, brackets of the query escaped, PATCH for changes (php-library-glpi and its like). */
export function truthAsNumbers(app: TestApp, token: string): Client {
  const call = caller(app, token, { 'content-type': 'application/json', accept: '*/*' });
  const numbers = (input: Input): Input =>
    Object.fromEntries(
      Object.entries(input).map(([key, value]) => [key, typeof value === 'boolean' ? Number(value) : value]),
    );
  return {
    add: async (itemtype, inputs) => idsOf(await call('POST', pathOf(itemtype), { input: inputs.map(numbers) })),
    change: async (itemtype, id, input) =>
      void (await call('PATCH', `${pathOf(itemtype)}/${id}`, { input: numbers(input) })),
    remove: async (itemtype, id, purge = false) =>
      void (await call(
        'DELETE',
        pathOf(itemtype),
        undefined,
        `input%5B0%5D%5Bid%5D=${id}&force_purge=${Number(purge)}`,
      )),
  };
}

/** A character set beside the content type, lists, deletions with a body (java-library-glpi). */
export function characterSetNamed(app: TestApp, token: string): Client {
  const call = caller(app, token, { 'content-type': 'application/json;charset=UTF-8', accept: 'application/json' });
  return {
    add: async (itemtype, inputs) => idsOf(await call('POST', pathOf(itemtype), { input: inputs })),
    change: async (itemtype, id, input) =>
      void (await call('PUT', pathOf(itemtype), { input: [{ id: String(id), ...input }] })),
    remove: async (itemtype, id, purge = false) =>
      void (await call('DELETE', pathOf(itemtype), { input: [{ id: String(id) }], force_purge: purge })),
  };
}

/** Numbers as text, a slash at the end of the path, children below their items (monitoring, flows, bots). */
export function numbersAsText(app: TestApp, token: string): Client {
  const call = caller(app, token, JSON_BODY);
  const texts = (value: unknown): unknown => {
    if (typeof value === 'number') return String(value);
    if (Array.isArray(value)) return value.map(texts);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, texts(inner)]));
  };
  const below = ({ itemtype, items_id }: Input): string =>
    typeof itemtype === 'string' && typeof items_id === 'number' ? `${pathOf(itemtype)}/${items_id}` : '';
  return {
    add: (itemtype, inputs) =>
      oneByOne(inputs, (input) => call('POST', `${below(input)}${pathOf(itemtype)}/`, { input: texts(input) })),
    change: async (itemtype, id, input) =>
      void (await call('PUT', `${pathOf(itemtype)}/${id}`, { input: texts(input) })),
    remove: async (itemtype, id, purge = false) =>
      void (await call('DELETE', `${pathOf(itemtype)}/${id}/`, undefined, purge ? 'force_purge=1' : '')),
  };
}
