import { byForeignKey, isForeignKey, itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';

/** A row or a part of an answer: what is read of it are scalar columns. */
export type Values = Readonly<Record<string, unknown>>;

/** A key column that holds the id of an item; `undefined` as type: of no itemtype that is known (items-read G2.1). */
export interface ForeignKeyValue {
  readonly itemtype: Itemtype | undefined;
  readonly id: number;
}

/** Keys whose type stands in another column of the row. */
const typeColumns: ReadonlyMap<string, string> = new Map([
  ['items_id', 'itemtype'],
  ['mainitems_id', 'mainitemtype'],
]);

/** `authtype` of accounts that come from a directory. */
const LDAP = 3;

/**
 * What a column of a row points to; undefined when it is no foreign key, or when its value is none: keys are numbers
 * above 0, only that of an entity may be 0 (items-read G2.1).
 */
export function foreignKeyAt(row: Values, column: string): ForeignKeyValue | undefined {
  const id = row[column];
  if (typeof id !== 'number' || !Number.isInteger(id) || id < (pointsAtEntity(row, column) ? 0 : 1)) return undefined;
  return isKey(column) ? { itemtype: targetOf(row, column), id } : undefined;
}

/** The key is an entity's own, or stands for it by the type beside it. */
function pointsAtEntity(row: Values, column: string): boolean {
  if (column === 'entities_id') return true;
  const typeColumn = typeColumns.get(column);
  return typeColumn !== undefined && row[typeColumn] === 'Entity';
}

/** What is known of columns by their names, which are those of the tables. */
const keys = new Map<string, boolean>();
const targets = new Map<string, Itemtype | undefined>();

function isKey(column: string): boolean {
  let known = keys.get(column);
  if (known === undefined) {
    known = isForeignKey(column);
    keys.set(column, known);
  }
  return known;
}

function targetByName(column: string): Itemtype | undefined {
  if (!targets.has(column)) targets.set(column, byForeignKey(column));
  return targets.get(column);
}

function targetOf(row: Values, column: string): Itemtype | undefined {
  const typeColumn = typeColumns.get(column);
  if (typeColumn !== undefined) {
    const name = row[typeColumn];
    if (name) return typeof name === 'string' ? typeNamed(name) : undefined;
  }
  if (column === 'auths_id' && row.authtype === LDAP) return typeNamed('AuthLDAP');
  return targetByName(column === 'default_requesttypes_id' ? 'requesttypes_id' : column);
}
