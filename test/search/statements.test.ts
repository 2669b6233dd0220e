import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';

// The statements of typical searches: their text and their number. A change of queries shows in review.

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await testApp();
  token = await app.logIn();
});
afterAll(() => app.close());

interface Statement {
  readonly purpose: string;
  readonly sql: string;
}

/** What a search sends, a clause a line. */
async function statements(path: string): Promise<string> {
  const answer = await app.ask(`/search/${path}${path.includes('?') ? '&' : '?'}rawdata=1`, { token });
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  const { rawdata } = answer.json<{ rawdata: { statements: readonly Statement[] } }>();
  return (
    rawdata.statements
      // Statements sent at once end in any order.
      .toSorted((a, b) => (`${a.purpose} ${a.sql}` < `${b.purpose} ${b.sql}` ? -1 : 1))
      .map(({ purpose, sql }) =>
        `${purpose}: ${sql.replace(/\s+/g, ' ')}`.replaceAll(
          / (left join|where|group by|having|order by|limit|union all) /gi,
          '\n  $1 ',
        ),
      )
      .join('\n')
  );
}

const criterion = (field: number, searchtype: string, value: string, more = '') =>
  `criteria[0][field]=${field}&criteria[0][searchtype]=${searchtype}&criteria[0][value]=${encodeURIComponent(value)}${more}`;

describe('a page', () => {
  it.each(['Computer', 'Ticket', 'User', 'Entity', 'AllAssets', 'ReservationItem'])('of %s', async (itemtype) => {
    expect(await statements(`${itemtype}?range=0-0`)).toMatchSnapshot();
  });
});

describe('ways to another table', () => {
  it.each([
    ['a key of the own table', 'Computer', 3],
    ['another key to the same table', 'Computer', 24],
    ['children', 'Ticket', 26],
    ['children by another key', 'Computer', 22],
    ['itemtype and items_id', 'Computer', 25],
    ['over a link table', 'Computer', 45],
    ['over several tables', 'Computer', 88],
    ['main item', 'Computer', 126],
    ['from itemtype and items_id', 'Item_Ticket', 3],
    ['a relation with itself', 'Ticket', 40],
    ['itemtype alone', 'Computer', 145],
    ['the father', 'Location', 13],
    ['the last solution', 'Ticket', 39],
    ['links of actors', 'Ticket', 4],
    ['visible followups', 'Ticket', 25],
    ['valid licences', 'Software', 160],
  ])('%s (%s %i)', async (_, itemtype, id) => {
    expect(await statements(`${itemtype}?range=0-0&forcedisplay[0]=${id}&sort=2`)).toMatchSnapshot();
  });
});

describe('criteria by datatype', () => {
  it.each([
    ['string', 'Computer', criterion(5, 'contains', 'SN')],
    ['text', 'Computer', criterion(16, 'notcontains', 'x')],
    ['itemlink', 'Computer', criterion(1, 'equals', '1')],
    ['dropdown', 'Computer', criterion(31, 'equals', '0')],
    ['dropdown, not', 'Computer', criterion(31, 'notequals', '1')],
    ['tree', 'Computer', criterion(3, 'under', '1')],
    ['entity', 'Computer', criterion(80, 'notunder', '1')],
    ['number', 'Computer', criterion(2, 'contains', '>= 2')],
    ['number with a tolerance', 'Computer', criterion(115, 'contains', '1000')],
    ['count', 'Computer', criterion(60, 'contains', '>0')],
    ['bool', 'Location', criterion(86, 'equals', '1')],
    ['decimal', 'Computer', criterion(54, 'contains', '123.45')],
    ['datetime', 'Computer', criterion(19, 'equals', '2026-01-01')],
    ['date', 'Computer', criterion(37, 'morethan', '-3')],
    ['date_delay', 'Computer', criterion(120, 'lessthan', '2026-01-01')],
    ['timestamp', 'Ticket', criterion(96, 'contains', '>3600')],
    ['right', 'Profile', criterion(20, 'equals', '1')],
    ['itemtypename', 'Infocom', criterion(2, 'contains', '1')],
    ['specific', 'Ticket', criterion(14, 'equals', '2')],
    ['mac', 'Computer', criterion(21, 'contains', '00:')],
    ['mio', 'Printer', criterion(110, 'contains', '1 Gio')],
    ['person', 'Computer', criterion(70, 'contains', 'an')],
    ['myself', 'Computer', criterion(70, 'equals', 'myself')],
    ['status', 'Ticket', criterion(12, 'equals', 'notold')],
    ['priority', 'Ticket', criterion(3, 'equals', '-3')],
    ['actor', 'Ticket', criterion(4, 'equals', '2')],
    ['actor by name', 'Ticket', criterion(5, 'notcontains', 'tech')],
    ['linked tickets', 'Ticket', criterion(40, 'equals', '1')],
    ['address', 'Computer', criterion(126, 'contains', '>10.0.0.1')],
    ['a computed value', 'Ticket', criterion(82, 'equals', '1')],
    ['a value computed over rows', 'Ticket', criterion(73, 'morethan', '2026-01-01')],
    ['linked type', 'Computer', criterion(1, 'contains', 'a', '&criteria[0][meta]=1&criteria[0][itemtype]=Software')],
    [
      'no linked type',
      'Computer',
      criterion(1, 'contains', 'a', '&criteria[0][meta]=1&criteria[0][itemtype]=Ticket&criteria[0][link]=AND NOT'),
    ],
    ['several types', 'AllAssets', criterion(1, 'contains', 'pc')],
  ])('%s (%s)', async (_, itemtype, query) => {
    expect(await statements(`${itemtype}?range=0-0&forcedisplay[0]=2&${query}`)).toMatchSnapshot();
  });
});

describe('orders', () => {
  it.each([
    ['by a joined name', 'Computer', 40],
    ['by a person', 'Computer', 70],
    ['by actors', 'Ticket', 4],
    ['by several values', 'Computer', 17],
    ['by a count', 'Computer', 60],
    ['by an address', 'Computer', 126],
    ['by a delayed date', 'Computer', 120],
  ])('%s (%s %i)', async (_, itemtype, id) => {
    expect(await statements(`${itemtype}?range=0-0&forcedisplay[0]=2&sort=${id}&order=DESC`)).toMatchSnapshot();
  });
});
