import type { Itemtype } from './model.ts';

/** Types with a row of id 0, which is nobody everywhere else. */
const withRowZero = new Set(['Entity']);

/** Whether 0 names a row of the type: the root entity. */
export const hasRowZero = (itemtype: Itemtype): boolean => withRowZero.has(itemtype.name);
