import { describe, expect, it } from 'vitest';
import { conditions as is } from '../../src/rules/condition.ts';
import type { Fields } from '../../src/rules/facts/fields.ts';
import { Lookups } from '../../src/rules/lookups.ts';
import { matchRule } from '../../src/rules/match.ts';
import type { RuleCriterion } from '../../src/rules/rule.ts';

const fields: Fields = { name: 'Title', category: ['Category', 'glpi_itilcategories'] };

/** Names and trees without a database: category 5 `Hardware > Printer` is below 1. */
class KnownItems extends Lookups {
  constructor() {
    super({} as ConstructorParameters<typeof Lookups>[0]);
  }

  override text(values: string | undefined, value: string): Promise<string> {
    return Promise.resolve(values && value === '5' ? 'Hardware &#62; Printer' : value);
  }

  override isUnder(_table: string, id: number, ancestor: number): Promise<boolean> {
    return Promise.resolve(id === ancestor || (id === 5 && ancestor === 1));
  }
}

const match = (matchesAll: boolean, input: Record<string, unknown>, ...criteria: RuleCriterion[]) =>
  matchRule({ id: 1, matchesAll, criteria }, (criterion) => input[criterion], fields, new KnownItems());
const one = (criteria: string, condition: number, pattern: string): RuleCriterion => ({ criteria, condition, pattern });

describe('a rule matches (rules 3.2, 3.3)', () => {
  it('never without criteria', async () => {
    expect(await match(true, { name: 'x' })).toBeUndefined();
    expect(await match(false, { name: 'x' })).toBeUndefined();
  });

  it('when all or one of its criteria are met', async () => {
    const [yes, no] = [one('name', is.is, 'x'), one('name', is.is, 'y')];
    expect(await match(true, { name: 'x' }, yes, no)).toBeUndefined();
    expect(await match(false, { name: 'x' }, no, yes)).toBeDefined();
  });

  it('reads what is missing as empty', async () => {
    expect(await match(true, {}, one('name', is.notExists, ''))).toBeDefined();
    expect(await match(true, {}, one('name', is.is, ''))).toBeDefined();
  });

  it('when one of several values fits, or all fit its opposite', async () => {
    expect(await match(true, { name: [1, 2] }, one('name', is.is, '2'))).toBeDefined();
    expect(await match(true, { name: [1, 2] }, one('name', is.isNot, '2'))).toBeUndefined();
    expect(await match(true, { name: [1, 3] }, one('name', is.isNot, '2'))).toBeDefined();
    expect(await match(true, { name: [] }, one('name', is.contains, 'x'))).toBeUndefined();
  });

  it('by an id, by its place in a tree, by its name', async () => {
    expect(await match(true, { category: 5 }, one('category', is.is, '5'))).toBeDefined();
    expect(await match(true, { category: 5 }, one('category', is.under, '1'))).toBeDefined();
    expect(await match(true, { category: 5 }, one('category', is.notUnder, '1'))).toBeUndefined();
    expect(await match(true, { category: 5 }, one('category', is.contains, 'print'))).toBeDefined();
    expect(await match(true, { category: 5 }, one('category', is.is, 'Hardware &#62; Printer'))).toBeUndefined();
  });

  it('and keeps what all its expressions caught, in order', async () => {
    const found = await match(
      true,
      { name: 'a1', category: 5 },
      one('name', is.matches, '/(\\w)(\\d)/'),
      one('category', is.matches, '/(print)/'),
    );
    expect(found?.captured).toEqual(['a', '1', 'Print']);
  });
});
