import { request } from 'node:http';
import { type LoadResult, sorted } from './load.ts';

/** One kind of write, measured beside the floor's INSERT. */
export interface WriteRow {
  readonly name: string;
  /** Makes what the measured write needs, for each of the writes to come; not measured. */
  readonly prepare?: (api: Api) => Promise<number>;
  readonly write: (api: Api, prepared: number, n: number) => Promise<boolean>;
}

/** The API as a session sees it. */
export interface Api {
  send(method: string, path: string, input?: object): Promise<{ ok: boolean; id: number }>;
  upload(body: Buffer, type: string): Promise<boolean>;
}

const computer = (n: number) => ({ name: `bench ${n}`, serial: `B-${n}`, comment: 'measured' });
const addComputer = async (api: Api): Promise<number> => (await api.send('POST', '/Computer', computer(0))).id;
const addTicket = async (api: Api): Promise<number> =>
  (await api.send('POST', '/Ticket', { name: 'bench', content: 'measured' })).id;
const part = (id: number) => ({ itemtype: 'Ticket', items_id: id, content: 'measured' });

const BOUNDARY = 'a-boundary-of-the-bench';
/** A manifest and 1 MB of text. */
const upload = Buffer.from(
  [
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="uploadManifest"\r\n\r\n{"input":{"name":"bench"}}`,
    `\r\n--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="bench.txt"\r\n`,
    `Content-Type: text/plain\r\n\r\n${'x'.repeat(1024 * 1024)}\r\n--${BOUNDARY}--\r\n`,
  ].join(''),
);

export const writeRows: readonly WriteRow[] = [
  { name: 'add computer', write: async (api, _, n) => (await api.send('POST', '/Computer', computer(n))).ok },
  {
    name: 'update three fields',
    prepare: addComputer,
    write: async (api, id, n) =>
      (await api.send('PUT', `/Computer/${id}`, { serial: `C-${n}`, contact: `c ${n}`, comment: `${n}` })).ok,
  },
  {
    name: 'delete (trashbin)',
    prepare: addComputer,
    write: async (api, id) => (await api.send('DELETE', `/Computer/${id}`)).ok,
  },
  { name: 'upload of 1 MB', write: (api) => api.upload(upload, `multipart/form-data; boundary=${BOUNDARY}`) },
  {
    name: 'add ticket',
    write: async (api) =>
      (await api.send('POST', '/Ticket', { name: 'bench', content: 'measured', _users_id_requester: 4 })).ok,
  },
  {
    name: 'add followup',
    prepare: addTicket,
    write: async (api, id) => (await api.send('POST', '/ITILFollowup', part(id))).ok,
  },
  {
    name: 'solve',
    prepare: addTicket,
    write: async (api, id) => (await api.send('POST', '/ITILSolution', part(id))).ok,
  },
];

/** Writes over a number of connections for a while; the time of preparing isn't counted. */
export async function loadWrites(row: WriteRow, apis: readonly Api[], duration: number): Promise<LoadResult> {
  const times: number[] = [];
  let failures = 0;
  const worker = async (api: Api): Promise<void> => {
    for (let spent = 0, n = 0; spent < duration; n++) {
      const prepared = (await row.prepare?.(api)) ?? 0;
      const begin = performance.now();
      if (!(await row.write(api, prepared, n))) failures++;
      const time = performance.now() - begin;
      times.push(time);
      spent += time;
    }
  };
  await Promise.all(apis.map(worker));
  return { ...sorted(times), requestsPerSecond: times.length / (duration / 1000), failures };
}

/** A session of the API of its own. */
export async function openApi(address: string, login: Record<string, string>): Promise<Api> {
  const answer = await fetch(`${address}/initSession`, { headers: login });
  const { session_token } = (await answer.json()) as { session_token: string };
  const own = { 'Session-Token': session_token };
  return {
    async send(method, path, input) {
      const headers = { ...own, 'Content-Type': 'application/json' };
      const { status, body } = await call(address + path, method, headers, input && JSON.stringify({ input }));
      return { ok: status < 300, id: Number((JSON.parse(body) as { id?: number }).id ?? 0) };
    },
    async upload(body, type) {
      const headers = { ...own, 'Content-Type': type };
      return (await call(`${address}/Document`, 'POST', headers, body)).status === 201;
    },
  };
}

/** The floor as if it were the API: its only write is the INSERT of `POST /`. */
export const floorApi = (address: string): Api => ({
  async send() {
    const { status } = await call(address, 'POST', {}, undefined);
    return { ok: status === 200, id: 0 };
  },
  upload: () => Promise.resolve(false),
});

function call(
  url: string,
  method: string,
  headers: Record<string, string>,
  body: string | Buffer | undefined,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const length = { 'Content-Length': String(body === undefined ? 0 : Buffer.byteLength(body)) };
    const sent = request(url, { method, headers: { ...headers, ...length } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
