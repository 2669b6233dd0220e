import { life } from './life.ts';
import { loadedKeys } from './loaded-keys.ts';
import { names } from './names.ts';
import { type Behaviours, together } from './registry.ts';
import { classRights } from './rights.ts';
import { undisclosed } from './undisclosed.ts';

/** How every class differs from the engines' rules. */
export const behaviours: Behaviours = together(life, classRights, names, loadedKeys, undisclosed);
