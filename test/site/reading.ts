import type { TestApp } from '../support/app.ts';
import type { BuiltItem } from './site.ts';

type Row = Record<string, unknown>;

/** All blocks that an item can be read with (items-read G3). */
const BLOCKS =
  'devices disks softwares connections networkports infocoms contracts documents tickets problems changes notes logs'
    .split(' ')
    .map((block) => `with_${block}=true`)
    .join('&');

/** Reads what was built, in the ways that clients read. */
export class Reader {
  constructor(
    private readonly app: TestApp,
    private readonly token: string,
  ) {}

  /** @throws unless the answer is one of success */
  async get<T>(path: string): Promise<T> {
    const answer = await this.app.ask(path, { token: this.token });
    if (answer.statusCode !== 200 && answer.statusCode !== 206) throw new Error(`GET ${path}: ${answer.body}`);
    return answer.json<T>();
  }

  item(itemtype: string, id: number): Promise<Row> {
    return this.get(`/${encodeURIComponent(itemtype)}/${id}?${BLOCKS}`);
  }

  async listedIds(itemtype: string, more = ''): Promise<Set<number>> {
    const rows = await this.get<Row[]>(`/${encodeURIComponent(itemtype)}?range=0-9999&only_id=true${more}`);
    return new Set(rows.map(({ id }) => Number(id)));
  }

  async foundIds(itemtype: string): Promise<Set<number>> {
    const path = `/search/${encodeURIComponent(itemtype)}?range=0-9999&forcedisplay[0]=2`;
    const { data = [] } = await this.get<{ data?: Row[] }>(path);
    return new Set(data.map((row) => Number(row[2])));
  }
}

/** What an item shows differently from what was asked for: `name: "b", not "a"`. Keys that only act are left out. */
export function differences({ input }: BuiltItem, row: Row): string[] {
  return Object.entries(input)
    .filter(([key, value]) => key in row && !sameValue(value, row[key]))
    .map(([key, value]) => `${key}: ${JSON.stringify(row[key])}, not ${JSON.stringify(value)}`);
}

function sameValue(asked: unknown, shown: unknown): boolean {
  if (typeof asked === 'boolean') return Number(asked) === Number(shown);
  if (typeof asked === 'object' && asked !== null) {
    return JSON.stringify(asked) === (typeof shown === 'string' ? shown : JSON.stringify(shown));
  }
  const [a, b] = [decoded(asked), decoded(shown)];
  if (a === b) return true;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(a) || /^\d\d:\d\d$/.test(a);
  if (isDay) return b.startsWith(a);
  return a.trim() !== '' && b.trim() !== '' && Number(a) === Number(b);
}

const decoded = (value: unknown): string =>
  String(value ?? '')
    .replaceAll('&#60;', '<')
    .replaceAll('&#62;', '>')
    .replaceAll('&#38;', '&');
