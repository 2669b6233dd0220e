import type { Behaviours } from '../registry.ts';
import { child } from './child.ts';
import { dropdown } from './dropdown.ts';
import { relation } from './relation.ts';
import { treeDropdown } from './tree-dropdown.ts';

/** Life-cycle of the families that classes descend from. */
export const commonLife: Behaviours = {
  CommonDBChild: child,
  CommonDBRelation: relation,
  CommonDropdown: dropdown,
  CommonTreeDropdown: treeDropdown,
};
