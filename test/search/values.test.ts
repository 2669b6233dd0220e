import { describe, expect, it } from 'vitest';
import type { SearchOption } from '../../src/catalog/model.ts';
import type { SqlValue } from '../../src/database/database.ts';
import { decode, jsonValue } from '../../src/search/values.ts';

const option: SearchOption = { id: 5, label: 'x', table: 'glpi_computers', field: 'serial', linkfield: 'serial' };
const value = (parts: readonly (readonly [string, SqlValue])[], of = option) => jsonValue(of, parts, decode(parts));

describe('values (search 20.2)', () => {
  it('a single value keeps its type', () => {
    expect(value([['name', 4]])).toBe(4);
    expect(value([['name', '12.5000']])).toBe('12.5000');
    expect(value([['name', null]])).toBeNull();
  });

  it('several glued values are a list of texts', () => {
    expect(value([['name', 'a$#$1$$##$$b$#$2']])).toEqual(['a', 'b']);
    expect(value([['name', '__NULL__$#$1$$##$$b$#$2']])).toEqual([null, 'b']);
    expect(value([['name', 'a$#$1']])).toBe('a');
  });

  it('a value that ends in a dollar sign keeps it', () => {
    expect(value([['name', 'US$$#$7']])).toBe('US$');
  });

  it('the last part says how many values are shown', () => {
    expect(
      value([
        ['name', '7'],
        ['2', '0 a@b.test$$##$$7 '],
      ]),
    ).toEqual(['7', null]);
  });

  it('no column is an empty list', () => expect(value([])).toEqual([]));

  it('a field without the part that is shown is null', () => expect(value([['color', 'red']])).toBeNull());

  it('an additional field of the same name shows as it was selected (search 20.3)', () => {
    const types = { ...option, table: 'glpi_items_tickets', field: 'itemtype', additionalfields: ['itemtype'] };
    const raw = 'Computer$#$1$$##$$Monitor$#$3';
    expect(
      value(
        [
          ['name', raw],
          ['itemtype', raw],
        ],
        types,
      ),
    ).toBe(raw);
  });

  it('hidden fields show nothing', () => {
    expect(value([['name', 'secret']], { ...option, table: 'glpi_users', field: 'api_token' })).toBeNull();
  });
});
