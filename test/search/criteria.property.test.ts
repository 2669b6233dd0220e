import fc from 'fast-check';
import type { RowDataPacket } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { connect } from '../support/mariadb.ts';

// Random criteria: those that make sense find what a plain evaluation of them finds, the others are answered too.

let app: TestApp;
let token: string;
let computers: readonly Computer[];
beforeAll(async () => {
  app = await testApp();
  token = await app.logIn();
  computers = await readComputers();
});
afterAll(() => app.close());

interface Computer {
  readonly id: number;
  readonly name: string | null;
  readonly serial: string | null;
  readonly state: string | null;
  readonly stateId: number | null;
  readonly date: string | null;
}

async function readComputers(): Promise<readonly Computer[]> {
  const connection = await connect(app.database.url);
  const [rows] = await connection.query<(RowDataPacket & Computer)[]>(
    `SELECT c.id, c.name, c.serial, s.completename AS state, s.id AS stateId, CAST(c.date_mod AS CHAR) AS date
     FROM glpi_computers c LEFT JOIN glpi_states s ON s.id = c.states_id
     WHERE c.is_deleted = 0 AND c.is_template = 0`,
  );
  await connection.end();
  return rows;
}

/** SQL's three truths; null is unknown. */
type Truth = boolean | null;

const not = (truth: Truth): Truth => (truth === null ? null : !truth);
const both = (a: Truth, b: Truth): Truth =>
  a === false || b === false ? false : a === null || b === null ? null : true;
const either = (a: Truth, b: Truth): Truth => (a || b ? true : a === null || b === null ? null : false);

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const contains = (text: string | null, part: string): Truth =>
  text === null ? null : folded(text).includes(folded(part));
/** A text that is nothing does not contain what is looked for. */
const lacks = (text: string | null, part: string): Truth => (text === null ? true : not(contains(text, part)));
const equals = (value: number | null, other: number): Truth => (value === null ? null : value === other);

interface Leaf {
  readonly field: number;
  readonly searchtype: string;
  readonly value: string;
  /** Plain, and under a link that says NOT. */
  readonly plain: (computer: Computer) => Truth;
  readonly negated: (computer: Computer) => Truth;
}

const textLeaf = (field: number, of: (computer: Computer) => string | null) =>
  fc
    .record({ part: fc.constantFrom('a', 'pc', 'srv', '0', '-0', 'zz', 'SN', 'in', 'use'), is: fc.boolean() })
    .map(({ part, is }): Leaf => {
      const has = (computer: Computer) => contains(of(computer), part);
      const hasNot = (computer: Computer) => lacks(of(computer), part);
      return {
        field,
        searchtype: is ? 'contains' : 'notcontains',
        value: part,
        plain: is ? has : hasNot,
        negated: is ? hasNot : has,
      };
    });

const idLeaf = fc
  .record({ id: fc.integer({ min: 0, max: 12 }), how: fc.constantFrom('equals', 'notequals', '>', '<=') })
  .map(({ id, how }): Leaf => {
    const holds: Record<string, (computer: Computer) => boolean> = {
      equals: (computer) => computer.id === id,
      notequals: (computer) => computer.id !== id,
      '>': (computer) => computer.id > id,
      '<=': (computer) => computer.id <= id,
    };
    // NOT turns the sign and leaves the equals sign (search 12.2).
    const turned: Record<string, (computer: Computer) => boolean> = {
      equals: holds.notequals!,
      notequals: holds.equals!,
      '>': (computer) => computer.id < id,
      '<=': (computer) => computer.id >= id,
    };
    const isSign = how === '>' || how === '<=';
    return {
      field: 2,
      searchtype: isSign ? 'contains' : how,
      value: isSign ? `${how}${id}` : String(id),
      plain: holds[how]!,
      negated: turned[how]!,
    };
  });

const stateLeaf = fc.record({ id: fc.integer({ min: 0, max: 4 }), is: fc.boolean() }).map(({ id, is }): Leaf => {
  const isIt = (computer: Computer) => (id === 0 && computer.stateId === null ? true : equals(computer.stateId, id));
  const isNot = (computer: Computer) =>
    id !== 0 && computer.stateId === null ? true : not(equals(computer.stateId, id));
  return {
    field: 31,
    searchtype: is ? 'equals' : 'notequals',
    value: String(id),
    plain: is ? isIt : isNot,
    negated: is ? isNot : isIt,
  };
});

const leaf = fc.oneof(
  textLeaf(1, ({ name }) => name),
  textLeaf(5, ({ serial }) => serial),
  textLeaf(31, ({ state }) => state),
  idLeaf,
  stateLeaf,
);

const links = fc.constantFrom('AND', 'OR', 'AND NOT', 'OR NOT');
type Node = { readonly link: string } & ({ readonly leaf: Leaf } | { readonly group: readonly Node[] });
const { list } = fc.letrec<{ list: readonly Node[]; node: Node }>((tie) => ({
  list: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ link: links, leaf }),
    fc.record({ link: links, group: tie('list') }),
  ),
}));

/** Terms in their order, AND before OR, as SQL has it. */
function holds(nodes: readonly Node[], computer: Computer): Truth {
  const alternatives: Truth[] = [];
  nodes.forEach((node, index) => {
    const isNegated = node.link.endsWith('NOT');
    const inner =
      'leaf' in node ? (isNegated ? node.leaf.negated : node.leaf.plain)(computer) : holds(node.group, computer);
    const truth = 'group' in node && isNegated ? not(inner) : inner;
    if (index === 0 || node.link.startsWith('OR')) alternatives.push(truth);
    else alternatives.push(both(alternatives.pop()!, truth));
  });
  return alternatives.reduce(either);
}

function query(nodes: readonly Node[], prefix: string): string[] {
  return nodes.flatMap((node, index) => {
    const at = `${prefix}[${index}]`;
    const link = `${at}[link]=${encodeURIComponent(node.link)}`;
    if ('group' in node) return [link, ...query(node.group, `${at}[criteria]`)];
    const { field, searchtype, value } = node.leaf;
    return [
      link,
      `${at}[field]=${field}`,
      `${at}[searchtype]=${searchtype}`,
      `${at}[value]=${encodeURIComponent(value)}`,
    ];
  });
}

describe('criteria', () => {
  it('find what they say', async () => {
    await fc.assert(
      fc.asyncProperty(list, async (nodes) => {
        const path = `/search/Computer?range=0-999&sort=2&forcedisplay[0]=2&${query(nodes, 'criteria').join('&')}`;
        const answer = await app.ask(path, { token });
        expect(answer.statusCode, answer.body).toBe(200);
        const { data = [], totalcount } = answer.json<{ data?: { 2: number }[]; totalcount: number }>();
        const expected = computers.filter((computer) => holds(nodes, computer) === true).map(({ id }) => id);
        expect(data.map((row) => row[2])).toEqual(expected.toSorted((a, b) => a - b));
        expect(totalcount).toBe(expected.length);
      }),
      { numRuns: 200 },
    );
  });

  const odd = fc.oneof(
    fc.constantFrom('1', '2', '12', '31', '60', '80', '9999', '-1', '02', 'view', 'all', 'common', '$$$$0', '$$$$3'),
    fc.constantFrom('contains', 'equals', 'under', 'notunder', 'morethan', 'lessthan', 'AND NOT', 'Software', 'Ticket'),
    fc.constantFrom(
      "' OR 1=1 -- ",
      '%',
      '_',
      '^',
      '^$',
      '$',
      'NULL',
      'null',
      '\\',
      '>1',
      '<= -3',
      '-3MONTH',
      'NOW',
      'myself',
    ),
    fc.constantFrom(
      'Computer',
      'Glpi\\Socket',
      'KnowbaseItem',
      'AllAssets',
      'Foo',
      '&#60;b&#62;',
      '`glpi_users`',
      '1 Gio',
    ),
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const keys = fc.constantFrom('field', 'searchtype', 'value', 'link', 'meta', 'itemtype', 'criteria', 'x');
  const { part } = fc.letrec<{ part: string[] }>((tie) => ({
    part: fc.oneof(
      { maxDepth: 4 },
      fc.tuple(keys, odd).map(([key, value]) => [`[${key}]=${encodeURIComponent(value.toWellFormed())}`]),
      fc
        .record(
          { field: odd, searchtype: odd, value: odd, link: odd, meta: odd, itemtype: odd },
          { requiredKeys: ['field', 'searchtype', 'value'] },
        )
        .map((record) =>
          Object.entries(record).map(([key, value]) => `[${key}]=${encodeURIComponent(value.toWellFormed())}`),
        ),
      fc
        .array(tie('part'), { maxLength: 3 })
        .map((parts) => parts.flatMap((each, at) => each.map((text) => `[criteria][${at}]${text}`))),
    ),
  }));
  const parameters = fc.record({
    itemtype: fc.constantFrom(
      'Computer',
      'Ticket',
      'User',
      'Entity',
      'AllAssets',
      'Software',
      'KnowbaseItem',
      'ReservationItem',
    ),
    criteria: fc.array(part, { maxLength: 4 }),
    more: fc.array(
      fc.tuple(
        fc.constantFrom(
          'sort',
          'sort[]',
          'sort[a]',
          'order',
          'order[]',
          'range',
          'range[]',
          'forcedisplay',
          'forcedisplay[]',
          'is_deleted',
          'as_map',
          'giveItems',
          'rawdata',
          'metacriteria',
          'metacriteria[0][field]',
          'start',
          'list_limit',
          'export_all',
          'uid_cols',
          'withindexes',
          'criteria',
        ),
        odd,
      ),
      { maxLength: 4 },
    ),
  });

  it('of any kind are answered', async () => {
    await fc.assert(
      fc.asyncProperty(parameters, async ({ itemtype, criteria, more }) => {
        const sent = [
          ...criteria.flatMap((parts, at) => parts.map((text) => `criteria[${at}]${text}`)),
          ...more.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`),
        ];
        const answer = await app.ask(`/search/${itemtype}?${sent.join('&')}`, { token });
        expect(answer.statusCode, `${sent.join('&')}\n${answer.body}`).toBeLessThan(500);
      }),
      { numRuns: 600 },
    );
  });
});
