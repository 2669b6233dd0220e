import { isA } from '../../catalog/catalog.ts';
import { memberOf } from '../../catalog/lists.ts';
import type { Itemtype } from '../../catalog/model.ts';

/** Which types can have what; massive actions are offered by it. */
export const hasInfocom = (itemtype: Itemtype): boolean =>
  memberOf('infocom_types', itemtype.name) || isA(itemtype, 'Item_Devices');

export const hasDocuments = (itemtype: Itemtype): boolean =>
  memberOf('document_types', itemtype.name) || isA(itemtype, 'CommonDevice') || isA(itemtype, 'Item_Devices');

export const hasDevices = ({ name }: Itemtype): boolean => memberOf('itemdevices_types', name);

/** Types whose columns and parts an automatic inventory fills, and people may have changed. */
const inventoried = new Set([
  'Computer',
  'Database',
  'DatabaseInstance',
  'IPAddress',
  'Monitor',
  'NetworkEquipment',
  'NetworkName',
  'NetworkPort',
  'Peripheral',
  'Phone',
  'Printer',
  'Unmanaged',
]);

export const isInventoried = ({ name }: Itemtype): boolean => inventoried.has(name);

/** A child or relation that can be without its parent, or without one of its peers. */
export function canBeLoose({ child, relation }: Itemtype): boolean {
  return [child, relation?.side1, relation?.side2].some((side) => side?.mustBeAttached === false);
}

/** Dynamic items of the type are locked by the mark that others are put into the trashbin with. */
export const hasTrash = ({ flags }: Itemtype): boolean => flags.maybeDeleted && !flags.useDeletedToLockIfDynamic;
