/** Ways from a type's table to an option's table (search 9). */
import type { JoinParams, SessionCondition } from '../model.ts';
import type { Attributes } from './option.ts';

/** Rows of the other table that hold the own row's key. */
export const children: JoinParams = { jointype: 'child' };
/** The other table holds `itemtype` and `items_id` of the own row. */
export const itemtypeItem: JoinParams = { jointype: 'itemtype_item' };
/** The other table is a relation of a type with itself. */
export const itemItem: JoinParams = { jointype: 'item_item' };
/** No condition: the table is met by `itemtype` alone. */
export const itemtypeOnly: JoinParams = { jointype: 'itemtypeonly' };

/** Financial information is its own table whatever the item. */
export const ownInfocom: JoinParams = { jointype: 'itemtype_item', specific_itemtype: '' };

/** The join of an option. */
export function join(...params: readonly JoinParams[]): Attributes {
  return { joinparams: joined(...params) };
}

/** Several properties of one join. */
export function joined(...params: readonly JoinParams[]): JoinParams {
  return Object.assign({}, ...params);
}

/** Reached over several tables, joined one after the other. */
export function inOrder(...params: readonly JoinParams[]): JoinParams {
  return { beforejoin: params.flatMap((each) => each.beforejoin ?? []) };
}

/** Reached over another table, which is reached by `params`. */
export function through(table: string, params?: JoinParams, linkfield?: string): JoinParams {
  return {
    beforejoin: { table, ...(linkfield && { linkfield }), ...(params && { joinparams: params }) },
  };
}

/** Narrows a join by columns of the new table. */
export function where(columns: Readonly<Record<string, unknown>>): JoinParams {
  const condition = Object.fromEntries(
    Object.entries(columns).map(([column, value]) => [
      column === 'OR' || column === 'NOT' ? column : `NEWTABLE.${column}`,
      value,
    ]),
  );
  return { condition };
}

/** Narrows a join by what the session may see. */
export function visibleBy(sessionCondition: SessionCondition): JoinParams {
  return { sessionCondition };
}
