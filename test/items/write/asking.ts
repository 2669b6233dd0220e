import { type TestApp, testApp } from '../../support/app.ts';
import { newGlpi } from '../../support/mariadb.ts';
import { connectTo, type Rows } from './rows.ts';

/** What a write answered. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers have every shape of the contract
  readonly body: any;
}

/** A GLPI just after its installation, asked as its super-admin. */
export interface Asking {
  readonly server: TestApp;
  readonly rows: Rows;
  add(itemtype: string, input: object): Promise<Answer>;
  change(itemtype: string, id: number, input: object): Promise<Answer>;
  /** Takes an item away for good. */
  purge(itemtype: string, id: number): Promise<Answer>;
  /** The id of a new item; fails when it was refused. */
  made(itemtype: string, input: object): Promise<number>;
  /** One row of a table. */
  row(table: string, id: number): Promise<Record<string, unknown>>;
  /** Whatever an item's history has been told since the last time. */
  news(): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

export async function startAsking(env: Record<string, string> = {}): Promise<Asking> {
  const server = await testApp(env, newGlpi);
  const rows = await connectTo(server.database.url);
  const token = await server.logIn('glpi');
  let told = 0;
  const send = async (method: 'POST' | 'PUT' | 'DELETE', path: string, input: object): Promise<Answer> => {
    const answer = await server.ask(path, {
      method,
      token,
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ input }),
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  const add: Asking['add'] = (itemtype, input) => send('POST', `/${encodeURIComponent(itemtype)}`, input);
  return {
    server,
    rows,
    add,
    change: (itemtype, id, input) => send('PUT', `/${itemtype}/${id}`, input),
    purge: (itemtype, id) => send('DELETE', `/${itemtype}/${id}?force_purge=1`, {}),
    async made(itemtype, input) {
      const { status, body } = await add(itemtype, input);
      if (status !== 201) throw new Error(`${itemtype} was refused: ${JSON.stringify(body)}`);
      return body.id;
    },
    async row(table, id) {
      const [row] = await rows.select('SELECT * FROM ?? WHERE id = ?', [table, id]);
      return row!;
    },
    async news() {
      const logs = await rows.select(
        'SELECT id, itemtype, items_id, linked_action, id_search_option, old_value, new_value FROM glpi_logs WHERE id > ? ORDER BY id',
        [told],
      );
      told = Number(logs.at(-1)?.id ?? told);
      return logs.map(({ id: _id, ...log }) => log);
    },
    async close() {
      await rows.close();
      await server.close();
    },
  };
}
