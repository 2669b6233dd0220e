/** HATEOAS links to children that follow from the configuration lists, in order (items-read G2.4). */
import { lists, memberOf } from '../lists.ts';

const linksByList: readonly (readonly [list: string, link: string])[] = [
  ['reservation_types', 'ReservationItem'],
  ['document_types', 'Document_Item'],
  ['contract_types', 'Contract_Item'],
  ['infocom_types', 'Infocom'],
  ['ticket_types', 'Item_Ticket'],
  ['project_asset_types', 'Item_Project'],
  ['networkport_types', 'NetworkPort'],
];

/** Components that only some of the types with components have. */
const listOfRareDevice: Readonly<Record<string, string>> = {
  DeviceMemory: 'itemdevicememory_types',
  DevicePowerSupply: 'itemdevicepowersupply_types',
  DeviceNetworkCard: 'itemdevicenetworkcard_types',
};

/** The links of a type by the lists it is in. */
export function listLinks(itemtype: string): string[] {
  const links = linksByList.filter(([list]) => memberOf(list, itemtype)).map(([, link]) => link);
  return memberOf('itemdevices_types', itemtype) ? [...links, ...deviceLinks(itemtype)] : links;
}

function deviceLinks(itemtype: string): string[] {
  return lists.device_types
    .filter((device) => {
      const list = listOfRareDevice[device];
      return list === undefined || memberOf(list, itemtype);
    })
    .map((device) => `Item_${device}`);
}
