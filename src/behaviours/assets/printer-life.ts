import type { Behaviour } from '../behaviour.ts';

/** A new printer has printed what it had printed before it came. */
export const printerLife: Behaviour = {
  prepareAdd(_w, _itemtype, input) {
    if (input.init_pages_counter !== undefined) input.last_pages_counter ??= input.init_pages_counter;
    return true;
  },
};
