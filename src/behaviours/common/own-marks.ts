import { randomUUID } from 'node:crypto';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour, Input } from '../behaviour.ts';

/** What a class writes into a new row by itself, by column. */
export type Mark = (w: Writing) => unknown;

export const uuid: Mark = () => randomUUID();
export const me: Mark = (w) => w.ctx.rights.userId;
export const now: Mark = (w) => w.ctx.now.sql;
export const today: Mark = (w) => w.ctx.now.sql.slice(0, 10);

/** New rows get the marks in the columns that the input leaves open. */
export const marked = (marks: Readonly<Record<string, Mark>>): Behaviour => ({
  prepareAdd(w, _itemtype, input) {
    for (const [column, mark] of Object.entries(marks)) {
      if (isOpen(input, column)) input[column] = mark(w);
    }
    return true;
  },
});

const isOpen = (input: Input, column: string): boolean => input[column] === undefined || input[column] === '';
