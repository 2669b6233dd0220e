import { truthy } from '../../http/php-values.ts';
import type { Behaviour, Input } from '../behaviour.ts';

/** A column that a new row needs, and what is said without it. */
export type Requirement = readonly [column: string, message: string];

/** Classes whose new rows need some columns; the first missing one is told. */
export const requires = (...requirements: readonly Requirement[]): Behaviour => ({
  prepareAdd(w, _itemtype, input) {
    const missing = missingOf(requirements, input);
    if (missing[0]) w.messages.error(w.ctx.translate(missing[0][1]));
    return missing.length === 0;
  },
});

/** The same, and what a row has isn't taken from it. */
export const keeps = (...requirements: readonly Requirement[]): Behaviour => ({
  ...requires(...requirements),
  prepareUpdate(w, _itemtype, _row, input) {
    const emptied = emptiedBy(requirements, input);
    if (emptied[0]) w.messages.error(w.ctx.translate(emptied[0][1]));
    return emptied.length === 0;
  },
});

/** Classes whose rows need some columns and keep them; every missing one is told. */
export const requiresAll = (...requirements: readonly Requirement[]): Behaviour => ({
  prepareAdd(w, _itemtype, input) {
    const missing = missingOf(requirements, input);
    for (const [, message] of missing) w.messages.error(w.ctx.translate(message));
    return missing.length === 0;
  },

  prepareUpdate(w, _itemtype, _row, input) {
    const emptied = emptiedBy(requirements, input);
    for (const [, message] of emptied) w.messages.error(w.ctx.translate(message));
    return emptied.length === 0;
  },
});

const missingOf = (requirements: readonly Requirement[], input: Input): readonly Requirement[] =>
  requirements.filter(([column]) => !truthy(input[column]));

/** Those whose columns are sent, with nothing in them. */
const emptiedBy = (requirements: readonly Requirement[], input: Input): readonly Requirement[] =>
  missingOf(requirements, input).filter(([column]) => (input[column] ?? null) !== null);
