import type { Behaviours } from '../registry.ts';
import { locationLife } from './location-life.ts';
import { stateLife } from './state-life.ts';

/** Life-cycle of dropdowns. */
export const dropdownLife: Behaviours = {
  State: stateLife,
  Location: locationLife,
};
