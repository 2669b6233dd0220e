import { administrationRights } from './administration/rights.ts';
import { assetRights } from './assets/rights.ts';
import { itilRights } from './itil/rights.ts';
import { managementRights } from './management/rights.ts';
import { type Behaviours, together } from './registry.ts';
import { ruleKindRights } from './rules/rights.ts';
import { toolsRights } from './tools/rights.ts';

/** How classes differ in what may be seen and done, and by whom. */
export const classRights: Behaviours = together(
  administrationRights,
  assetRights,
  itilRights,
  managementRights,
  ruleKindRights,
  toolsRights,
);
