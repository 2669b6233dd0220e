import { administrationLife } from './administration/life.ts';
import { assetLife } from './assets/life.ts';
import { commonLife } from './common/index.ts';
import { dropdownLife } from './dropdowns/life.ts';
import { managementLife } from './management/life.ts';
import { networkLife } from './network/life.ts';
import { type Behaviours, together } from './registry.ts';
import { toolLife } from './tools/life.ts';

/** What happens when rows of each class are made, changed and taken away. */
export const life: Behaviours = together(
  commonLife,
  administrationLife,
  assetLife,
  dropdownLife,
  networkLife,
  managementLife,
  toolLife,
);
