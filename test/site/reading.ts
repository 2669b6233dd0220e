import { findItemtype } from '../../src/catalog/catalog.ts';
import type { Itemtype } from '../../src/catalog/model.ts';
import type { TestApp } from '../support/app.ts';
import type { BuiltItem } from './site.ts';

type Row = Record<string, unknown>;

/** All blocks that an item can be read with (items-read G3). */
const BLOCKS =
  'devices disks softwares connections networkports infocoms contracts documents tickets problems changes notes logs'
    .split(' ')
    .map((block) => `with_${block}=true`)
    .join('&');

const typeOf = (name: string): Itemtype => findItemtype(name)!.itemtype;

/** Reads what was built, in the ways that clients read. */
export class Reader {
  private readonly app: TestApp;
  private readonly token: string;

  constructor(app: TestApp, token: string) {
    this.app = app;
    this.token = token;
  }

  /** @throws unless the answer is one of success */
  async get<T>(path: string): Promise<T> {
    const answer = await this.app.ask(path, { token: this.token });
    if (answer.statusCode !== 200 && answer.statusCode !== 206) throw new Error(`GET ${path}: ${answer.body}`);
    return answer.json<T>();
  }

  item(itemtype: string, id: number): Promise<Row> {
    return this.get(`/${encodeURIComponent(itemtype)}/${id}?${BLOCKS}`);
  }

  /** Ids of a list; those of a network port's technique are the port's. */
  async listedIds(itemtype: string): Promise<Set<number>> {
    const key = typeOf(itemtype).indexName;
    const rows = await this.get<Row[]>(`/${encodeURIComponent(itemtype)}?range=0-9999`);
    return new Set(rows.map((row) => Number(row[key])));
  }

  /** Ids that a search without criteria finds; undefined where no search option of the type shows them. */
  async foundIds(itemtype: string): Promise<Set<number> | undefined> {
    const type = encodeURIComponent(itemtype);
    const options = await this.get<Record<string, { field?: string; table?: string }>>(
      `/listSearchOptions/${type}?raw`,
    );
    const idOption = Object.entries(options).find(
      ([number, { field, table }]) => /^\d+$/.test(number) && field === 'id' && table === typeOf(itemtype).table,
    )?.[0];
    if (idOption === undefined) return undefined;
    const { data = [] } = await this.get<{ data?: Row[] }>(
      `/search/${type}?is_deleted=0&as_map=0&range=0-9999999999999&forcedisplay[0]=${idOption}`,
    );
    return new Set(data.map((row) => Number(row[idOption])));
  }
}

/** Keys that are shown in another form than they are written in (items-read G1.4, sessions S6.5). */
const OTHER_FORM = new Set(['IPNetwork network', 'APIClient ipv4_range_start', 'APIClient ipv4_range_end']);

/** What an item shows differently from what was asked for: `name: "b", not "a"`. Keys that only act are left out. */
export function differences({ itemtype: type, input }: BuiltItem, row: Row): string[] {
  return Object.entries(input)
    .filter(([key, value]) => key in row && !OTHER_FORM.has(`${type} ${key}`) && !sameValue(value, row[key]))
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
