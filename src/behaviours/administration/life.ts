import type { Behaviours } from '../registry.ts';
import { entityLife } from './entity-life.ts';

/** Life-cycle of users, groups, entities, profiles and settings. */
export const administrationLife: Behaviours = {
  Entity: entityLife,
};
