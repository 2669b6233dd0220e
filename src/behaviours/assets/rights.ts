import type { Behaviours } from '../registry.ts';
import {
  applianceRelationRights,
  consumableItemRights,
  infocomRights,
  licenseRights,
  lockedFieldRights,
  socketRights,
} from './asset-rights.ts';

/** Rights of assets and what hangs on them. */
export const assetRights: Behaviours = {
  Infocom: infocomRights,
  'Glpi\\Socket': socketRights,
  ConsumableItem: consumableItemRights,
  SoftwareLicense: licenseRights,
  Appliance_Item_Relation: applianceRelationRights,
  Lockedfield: lockedFieldRights,
};
