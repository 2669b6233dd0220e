import type { Behaviour } from '../behaviour.ts';
import { unlike } from '../common/unlike.ts';

const taken = unlike(['mcc', 'mnc'], 'Mobile country code and network code combination must be unique!');

/** Operators of telephone lines differ in their codes, which are 0 unless they are given (items-write W17). */
export const operatorLife: Behaviour = {
  ...taken,
  prepareAdd(w, itemtype, input) {
    input.mcc ??= 0;
    input.mnc ??= 0;
    return taken.prepareAdd?.(w, itemtype, input);
  },
};
