/** Named attributes of search options (search 4.1), to be listed after an option's column. */
import type { Computation, OptionCondition } from '../model.ts';
import type { Attributes } from './option.ts';

/** Not offered for change in a massive action of the web pages. */
export const fixed: Attributes = { massiveaction: false };
/** Expressly offered there. */
export const changeable: Attributes = { massiveaction: true };
/** Several values, concatenated. */
export const grouped: Attributes = { forcegroupby: true };
/** Compared after grouping. */
export const having: Attributes = { usehaving: true };
/** Number of rows reached by the join. */
export const counted: Attributes = { forcegroupby: true, usehaving: true, massiveaction: false };
export const unsearchable: Attributes = { nosearch: true };
export const undisplayable: Attributes = { nodisplay: true };
export const unsortable: Attributes = { nosort: true };
/** Not offered as a criterion on a linked type. */
export const unlinked: Attributes = { nometa: true };
/** Rich text. */
export const html: Attributes = { htmltext: true };
/** Each value on its own line. */
export const split: Attributes = { splititems: true };
/** Criteria are evaluated by a sub-query (search 16). */
export const subquery: Attributes = { use_subquery: true };
/** Dates ahead are offered. */
export const future: Attributes = { maybefuture: true };
/** The web page shows the dropdown's comment. */
export const commented: Attributes = { comments: true };
/** `equals` compares the column, not the id of the joined row. */
export const equalsOnColumn: Attributes = { searchequalsonfield: true };
export const equalsOnly: Attributes = { searchtype: 'equals' };
export const equalsOrNot: Attributes = { searchtype: ['equals', 'notequals'] };
export const anyUser: Attributes = { right: 'all' };
export const technicians: Attributes = { right: 'own_ticket' };

/** Column of the left side of the join. */
export function by(linkfield: string): Attributes {
  return { linkfield };
}

/** Further columns selected with the option. */
export function also(...columns: readonly string[]): Attributes {
  return { additionalfields: columns };
}

/** Computed value; see `computations.ts` for the names. */
export function computed(name: string, ...args: readonly (string | number)[]): Attributes {
  const computation: Computation = args.length > 0 ? { name, args } : { name };
  return { computation };
}

/** The option exists only for sessions that hold one of the bits of each right (search 4.4). */
export function needs(...conditions: readonly OptionCondition[]): Attributes {
  return { needs: conditions };
}

/** A date that is another plus a number of months. */
export function datePlusMonths(...datafields: readonly string[]): Attributes {
  return { datafields, delayunit: 'MONTH', searchunit: 'MONTH' };
}
