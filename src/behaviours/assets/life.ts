import { marked } from '../common/own-marks.ts';
import { calledAfter, calledWith } from '../common/parent-name.ts';
import type { Behaviours } from '../registry.ts';
import { componentLife } from './component-life.ts';
import { computerItemLife } from './computer-item-life.ts';
import { computerLife } from './computer-life.ts';
import { infocomFollows } from './infocom-dates.ts';
import { infocomLife } from './infocom-life.ts';
import { printerLife } from './printer-life.ts';
import {
  installationLife,
  licenceAssignmentLife,
  licenceLife,
  softwareLife,
  softwareVersionLife,
} from './software-life.ts';
import { stockLife } from './stock-life.ts';
import { systemLife } from './system-life.ts';

/** Life-cycle of assets and what hangs on them. */
export const assetLife: Behaviours = {
  CommonDBTM: infocomFollows,
  Computer: computerLife,
  Computer_Item: computerItemLife,
  Item_Devices: componentLife,
  Infocom: infocomLife,
  Software: softwareLife,
  SoftwareVersion: softwareVersionLife,
  SoftwareLicense: licenceLife,
  Item_SoftwareVersion: installationLife,
  Item_SoftwareLicense: licenceAssignmentLife,
  CartridgeItem: calledWith('ref'),
  ConsumableItem: calledWith('ref'),
  Cartridge: stockLife('CartridgeItem', 'cartridgeitems_id'),
  Consumable: [calledAfter('ConsumableItem', 'consumableitems_id'), stockLife('ConsumableItem', 'consumableitems_id')],
  Item_OperatingSystem: systemLife,
  Rack: marked({ bgcolor: () => '#FEC95C' }),
  Printer: printerLife,
};
