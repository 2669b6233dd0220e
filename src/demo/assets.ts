import { type DemoRow, type DemoSite, day } from './demo-site.ts';
import { addEthernetPort } from './network.ts';
import type { Entities, Person } from './organisation.ts';
import type { Places } from './places.ts';

export interface Asset {
  itemtype: string;
  id: number;
  name: string;
  entity: number;
}

/** Everything that assets are made from. */
export interface AssetWorld {
  site: DemoSite;
  entities: Entities;
  places: Places;
  people: Record<string, Person>;
  groups: Record<string, number>;
}

const DESKS = {
  'Head office': 'Quay house > Floor 1',
  Finance: 'Quay house > Floor 1',
  Sales: 'Quay house > Floor 2',
  'IT & networks': 'Quay house > Floor 2',
  Production: 'Plant > Line A',
  Warehouse: 'Plant > Stores',
  'Northern branch': 'North street 4',
  'Northern shop': 'North street 4 > Shop',
};

/** How many work places each entity has: one computer and one monitor each. */
const WORK_PLACES: Record<keyof typeof DESKS, number> = {
  'Head office': 8,
  Finance: 9,
  Sales: 12,
  'IT & networks': 6,
  Production: 8,
  Warehouse: 6,
  'Northern branch': 6,
  'Northern shop': 5,
};

/** Adds computers with monitors, servers, printers, phones and peripherals; all that isn't a monitor has a port. */
export function addAssets(world: AssetWorld): Asset[] {
  return [...addWorkPlaces(world), ...addServers(world), ...addPrinters(world), ...addPhones(world)];
}

function addWorkPlaces({ site, entities, places, people, groups }: AssetWorld): Asset[] {
  const types = site.dropdown('glpi_computertypes', ['Desktop', 'Laptop', 'Server']);
  const models = site.dropdown('glpi_computermodels', [
    'Kestrel K14',
    'Kestrel K16',
    'Brightline Tower 3',
    'Nordwind R2',
  ]);
  const screens = site.dropdown('glpi_monitormodels', ['Brightline 24', 'Brightline 27 wide']);
  const systems = site.dropdown('glpi_operatingsystems', ['Debian GNU/Linux', 'Windows']);
  const versions = site.dropdown('glpi_operatingsystemversions', ['12', '11 23H2']);
  const memory = site.add('glpi_devicememories', {
    designation: 'DDR5 16 GB',
    frequence: '4800',
    size_default: 16_384,
    entities_id: 0,
    is_recursive: 1,
  });
  const processor = site.add('glpi_deviceprocessors', {
    designation: 'Corvid 8',
    frequence: 3200,
    nbcores_default: 8,
    nbthreads_default: 16,
    entities_id: 0,
    is_recursive: 1,
  });
  const assets: Asset[] = [];
  let number = 0;
  for (const [place, count] of Object.entries(WORK_PLACES)) {
    const entity = entities[place]!;
    const users = Object.values(people).filter((person) => person.entity === entity);
    for (let n = 0; n < count; n++) {
      number++;
      const label = String(number).padStart(3, '0');
      const user = users[n];
      const isLaptop = number % 3 !== 0;
      const common: DemoRow = {
        entities_id: entity,
        locations_id: places.locations[DESKS[place as keyof typeof DESKS]]!,
        states_id:
          places.states[
            number % 17 === 0 ? 'Under repair' : user ? 'In use' : number % 5 === 0 ? 'In stock' : 'In use'
          ]!,
        users_id: user?.id ?? 0,
        users_id_tech: people[place.startsWith('Northern') ? 'emma' : 'david']!.id,
        groups_id_tech:
          groups[place.startsWith('Northern') ? 'Northern technicians' : 'Service desk > Field technicians']!,
        contact: user?.login ?? null,
      };
      const computer = site.addItem('Computer', 'glpi_computers', {
        ...common,
        name: `pc-${label}`,
        serial: `KS${7_310_000 + number * 37}`,
        otherserial: `HF-${label}`,
        uuid: `6f1d${label}0-5b1e-4c1a-9d00-0000000${label}00`,
        computertypes_id: types[isLaptop ? 'Laptop' : 'Desktop']!,
        computermodels_id: models[isLaptop ? (number % 2 ? 'Kestrel K14' : 'Kestrel K16') : 'Brightline Tower 3']!,
        manufacturers_id: places.manufacturers[isLaptop ? 'Kestrel' : 'Brightline']!,
        comment: number === 7 ? 'Battery < 60 %, replace & recycle'.replace('<', '&#60;').replace('&', '&#38;') : null,
      });
      const monitor = site.addItem('Monitor', 'glpi_monitors', {
        ...common,
        name: `screen-${label}`,
        serial: `BL${52_000 + number * 13}`,
        size: number % 4 ? 24 : 27,
        monitormodels_id: screens[number % 4 ? 'Brightline 24' : 'Brightline 27 wide']!,
        manufacturers_id: places.manufacturers.Brightline!,
      });
      site.add('glpi_computers_items', { computers_id: computer, itemtype: 'Monitor', items_id: monitor });
      const onComputer = { itemtype: 'Computer', items_id: computer, entities_id: entity };
      const isLinux = place === 'IT & networks' || number % 9 === 0;
      site.add('glpi_items_operatingsystems', {
        ...onComputer,
        operatingsystems_id: systems[isLinux ? 'Debian GNU/Linux' : 'Windows']!,
        operatingsystemversions_id: versions[isLinux ? '12' : '11 23H2']!,
        install_date: day(number),
      });
      site.add('glpi_items_devicememories', {
        ...onComputer,
        devicememories_id: memory,
        size: 16_384,
        is_recursive: 0,
      });
      site.add('glpi_items_deviceprocessors', {
        ...onComputer,
        deviceprocessors_id: processor,
        frequency: 3200,
        nbcores: 8,
        nbthreads: 16,
      });
      site.add('glpi_items_disks', {
        ...onComputer,
        name: isLinux ? '/' : 'C:',
        device: isLinux ? '/dev/nvme0n1p2' : null,
        mountpoint: isLinux ? '/' : 'C:',
        totalsize: 488_000,
        freesize: 488_000 - number * 5000,
      });
      addEthernetPort(site, { itemtype: 'Computer', id: computer, entity, name: `pc-${label}`, number });
      assets.push(
        { itemtype: 'Computer', id: computer, name: `pc-${label}`, entity },
        { itemtype: 'Monitor', id: monitor, name: `screen-${label}`, entity },
      );
    }
  }
  site.addItem('Computer', 'glpi_computers', {
    name: 'Laptop (standard)',
    template_name: 'Standard laptop',
    is_template: 1,
    entities_id: entities['Harbour Foods']!,
    is_recursive: 1,
    computertypes_id: types.Laptop!,
    manufacturers_id: places.manufacturers.Kestrel!,
  });
  site.addItem('Computer', 'glpi_computers', {
    name: 'pc-old',
    serial: 'KS1',
    entities_id: entities.Finance!,
    is_deleted: 1,
    states_id: places.states.Retired!,
  });
  return assets;
}

function addServers({ site, entities, places, people, groups }: AssetWorld): Asset[] {
  return ['srv-files', 'srv-mail', 'srv-erp', 'srv-backup'].map((name, index) => {
    const entity = entities['IT & networks']!;
    const id = site.addItem('Computer', 'glpi_computers', {
      name,
      entities_id: entity,
      is_recursive: 1,
      serial: `NW-${900 + index}`,
      otherserial: `HF-S${index + 1}`,
      locations_id: places.locations['Quay house > Floor 2 > Server room']!,
      states_id: places.states['In use']!,
      manufacturers_id: places.manufacturers.Nordwind!,
      users_id_tech: people.alice!.id,
      groups_id_tech: groups['Service desk > Network team']!,
    });
    addEthernetPort(site, { itemtype: 'Computer', id, entity, name, number: 200 + index });
    return { itemtype: 'Computer', id, name, entity };
  });
}

function addPrinters({ site, entities, places, people }: AssetWorld): Asset[] {
  const type = site.add('glpi_printertypes', { name: 'Laser' });
  const model = site.add('glpi_printermodels', { name: 'Print &#38; Co L200' });
  const toner = site.add('glpi_cartridgeitems', {
    name: 'Toner black L200',
    ref: 'PC-L200-K',
    entities_id: 0,
    is_recursive: 1,
    alarm_threshold: 3,
    manufacturers_id: places.manufacturers['Print & Co']!,
  });
  site.add('glpi_cartridgeitems_printermodels', { cartridgeitems_id: toner, printermodels_id: model });
  return (['Head office', 'Finance', 'Sales', 'Production', 'Warehouse', 'Northern shop'] as const).map(
    (place, index) => {
      const entity = entities[place]!;
      const name = `printer-${index + 1}`;
      const id = site.addItem('Printer', 'glpi_printers', {
        name,
        entities_id: entity,
        serial: `PL${3300 + index}`,
        have_ethernet: 1,
        printertypes_id: type,
        printermodels_id: model,
        manufacturers_id: places.manufacturers['Print & Co']!,
        locations_id: places.locations[DESKS[place]]!,
        states_id: places.states['In use']!,
        users_id_tech: people.david!.id,
        init_pages_counter: 100,
        last_pages_counter: 4200 + index * 311,
      });
      site.add('glpi_cartridges', {
        cartridgeitems_id: toner,
        entities_id: entity,
        printers_id: id,
        date_in: day(2),
        date_use: day(10 + index),
      });
      site.add('glpi_cartridges', { cartridgeitems_id: toner, entities_id: entity, date_in: day(20) });
      addEthernetPort(site, { itemtype: 'Printer', id, entity, name, number: 220 + index });
      return { itemtype: 'Printer', id, name, entity };
    },
  );
}

function addPhones({ site, places, people }: AssetWorld): Asset[] {
  const model = site.add('glpi_phonemodels', { name: 'Kestrel M5' });
  const keyboards = site.add('glpi_peripheraltypes', { name: 'Keyboard' });
  return Object.values(people).flatMap((person, index) => {
    const common = { entities_id: person.entity, users_id: person.id, states_id: places.states['In use']! };
    const phone = site.addItem('Phone', 'glpi_phones', {
      ...common,
      name: `phone-${person.login}`,
      serial: `KM${7000 + index}`,
      number_line: `555 01${String(index).padStart(2, '0')}`,
      phonemodels_id: model,
      manufacturers_id: places.manufacturers.Kestrel!,
    });
    const keyboard = site.addItem('Peripheral', 'glpi_peripherals', {
      ...common,
      name: `keyboard-${person.login}`,
      peripheraltypes_id: keyboards,
      manufacturers_id: places.manufacturers.Brightline!,
    });
    return [
      { itemtype: 'Phone', id: phone, name: `phone-${person.login}`, entity: person.entity },
      { itemtype: 'Peripheral', id: keyboard, name: `keyboard-${person.login}`, entity: person.entity },
    ];
  });
}
