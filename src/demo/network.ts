import type { DemoSite } from './demo-site.ts';
import type { Entities } from './organisation.ts';
import type { Places } from './places.ts';

/** What a port belongs to. */
interface PortOwner {
  itemtype: string;
  id: number;
  name: string;
  entity: number;
  /** Makes the addresses differ; below 250. */
  number: number;
}

/** An Ethernet port with a name and an address of 10.20.0.0/16. Gives the port's id. */
export function addEthernetPort(site: DemoSite, { itemtype, id, name, entity, number }: PortOwner): number {
  const port = site.add('glpi_networkports', {
    itemtype,
    items_id: id,
    entities_id: entity,
    logical_number: 1,
    name: 'eth0',
    instantiation_type: 'NetworkPortEthernet',
    mac: `02:00:5e:10:${hex(number >> 8)}:${hex(number)}`,
  });
  site.add('glpi_networkportethernets', { networkports_id: port, type: 'T', speed: 1000 });
  const host = site.add('glpi_networknames', { itemtype: 'NetworkPort', items_id: port, entities_id: entity, name });
  const address = `10.20.${entity}.${number}`;
  site.add('glpi_ipaddresses', {
    itemtype: 'NetworkName',
    items_id: host,
    entities_id: entity,
    version: 4,
    name: address,
    ...binary('binary', address),
    mainitemtype: itemtype,
    mainitems_id: id,
  });
  return port;
}

/** Adds switches (the first printers' and servers' ports are plugged into one), the IP networks and a VLAN. */
export function addNetwork(site: DemoSite, entities: Entities, places: Places): void {
  const type = site.add('glpi_networkequipmenttypes', { name: 'Switch' });
  const model = site.add('glpi_networkequipmentmodels', { name: 'Switchyard S24' });
  const rooms = {
    'Head office': 'Quay house > Floor 2 > Server room',
    Factory: 'Plant',
    'Northern branch': 'North street 4',
  };
  for (const [index, [place, room]] of Object.entries(rooms).entries()) {
    const entity = entities[place]!;
    const id = site.addItem('NetworkEquipment', 'glpi_networkequipments', {
      name: `switch-${index + 1}`,
      entities_id: entity,
      is_recursive: 1,
      serial: `SY${610 + index}`,
      networkequipmenttypes_id: type,
      networkequipmentmodels_id: model,
      manufacturers_id: places.manufacturers.Switchyard!,
      locations_id: places.locations[room]!,
      states_id: places.states['In use']!,
    });
    addEthernetPort(site, {
      itemtype: 'NetworkEquipment',
      id,
      entity,
      name: `switch-${index + 1}`,
      number: 240 + index,
    });
  }
  const network = '10.20.0.0';
  site.add('glpi_ipnetworks', {
    name: 'Harbour Foods',
    completename: 'Harbour Foods',
    level: 1,
    ancestors_cache: '[]',
    entities_id: 0,
    is_recursive: 1,
    addressable: 1,
    version: 4,
    address: network,
    ...binary('address', network),
    netmask: '255.255.0.0',
    netmask_0: 0xffffffff,
    netmask_1: 0xffffffff,
    netmask_2: 0xffffffff,
    netmask_3: 0xffff0000,
    gateway: '10.20.0.1',
    ...binary('gateway', '10.20.0.1'),
  });
  site.add('glpi_vlans', { name: 'Offices', tag: 20, entities_id: 0, is_recursive: 1 });
}

/** The four 32-bit words in which GLPI keeps an address; IPv4 is mapped into IPv6. */
function binary(prefix: string, address: string): Record<string, number> {
  const last = address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);
  return { [`${prefix}_0`]: 0, [`${prefix}_1`]: 0, [`${prefix}_2`]: 0xffff, [`${prefix}_3`]: last };
}

function hex(number: number): string {
  return (number & 0xff).toString(16).padStart(2, '0');
}
