import { truthy } from '../../http/php-values.ts';
import type { Behaviour } from '../behaviour.ts';

/** A column that a new row needs, and what is said without it. */
export type Requirement = readonly [column: string, message: string];

/** Classes whose new rows need some columns; the first missing one is told. */
export const requires = (...requirements: readonly Requirement[]): Behaviour => ({
  prepareAdd(w, _itemtype, input) {
    const missing = requirements.find(([column]) => !truthy(input[column]));
    if (missing) w.messages.error(w.ctx.translate(missing[1]));
    return missing === undefined;
  },
});
