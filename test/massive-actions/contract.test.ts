import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';

const file = new URL('../../../shared/contract/10.0.19/massiveactions.json', import.meta.url);
const isThere = existsSync(file);

interface Listed {
  readonly key: string;
  readonly label: string;
}
type State = 'normal' | 'deleted';
interface Contract {
  readonly actions: Readonly<Record<string, Readonly<Partial<Record<State, readonly Listed[]>>>>>;
  readonly parameters: Readonly<Record<string, Readonly<Partial<Record<State, Readonly<Record<string, unknown>>>>>>>;
  readonly errors: Readonly<Record<string, Readonly<Partial<Record<State, { status: number; body: string }>>>>>;
}

/** Forms that GLPI answers with a piece of a page, here with their field. */
const fragments = new Set(['Ticket:merge_as_followup']);

describe.skipIf(!isThere)('massive actions that a super-admin is offered (needs ../shared)', () => {
  const contract: Contract = isThere
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { actions: {}, parameters: {}, errors: {} };
  let server: TestApp;
  let token: string;
  beforeAll(async () => {
    server = await testApp();
    token = await server.logIn('glpi');
    // GLPI was asked with one entity; several offer merging, too.
    await server.ask('/changeActiveEntities', {
      token,
      method: 'POST',
      payload: { entities_id: 0, is_recursive: false },
    });
  });
  afterAll(() => server.close());

  async function lists(state: State): Promise<Record<string, unknown>> {
    const names = Object.keys({ ...contract.actions, ...contract.errors });
    const found: Record<string, unknown> = {};
    for (const name of names) {
      const query = state === 'deleted' ? '?is_deleted=1' : '';
      const answer = await server.ask(`/getMassiveActions/${name.replaceAll('\\', '%5C')}${query}`, { token });
      found[name] = answer.statusCode === 200 ? (answer.body === '' ? 'nothing' : answer.json()) : answer.statusCode;
    }
    return found;
  }

  function expected(state: State): Record<string, unknown> {
    const names = Object.keys({ ...contract.actions, ...contract.errors });
    return Object.fromEntries(
      names.map((name) => {
        const status = contract.errors[name]?.[state]?.status ?? 200;
        const listed = contract.actions[name]?.[state];
        return [name, status === 200 ? (listed ?? 'nothing') : status];
      }),
    );
  }

  it.each(['normal', 'deleted'] as const)('lists of %s items', async (state) => {
    expect(await lists(state)).toEqual(expected(state));
  });

  it('forms of the actions', async () => {
    const found: Record<string, unknown> = {};
    const wanted: Record<string, unknown> = {};
    for (const [name, states] of Object.entries(contract.parameters)) {
      for (const [state, byKey] of Object.entries(states)) {
        for (const [key, form] of Object.entries(byKey ?? {})) {
          if (fragments.has(key)) continue;
          const query = state === 'deleted' ? '?is_deleted=1' : '';
          const answer = await server.ask(
            `/getMassiveActionParameters/${name.replaceAll('\\', '%5C')}/${key}${query}`,
            { token },
          );
          found[`${name} ${key} ${state}`] = answer.body === '' ? 'nothing' : answer.json();
          wanted[`${name} ${key} ${state}`] = Array.isArray(form) ? form : 'nothing';
        }
      }
    }
    expect(found).toEqual(wanted);
  });
});
