import type { Site } from './site.ts';

/** Computers and what stands beside them; phone lines; stock. */
export async function buildAssets(site: Site): Promise<void> {
  const timber = site.id('Entity', 'Holm Timber');
  const [user, technician, group] = [site.id('User', 'greger'), site.id('User', 'ylva'), site.id('Group', 'Field')];
  const common = {
    entities_id: timber,
    states_id: site.id('State', 'Used'),
    locations_id: site.id('Location', 'Floor 1'),
    manufacturers_id: site.id('Manufacturer', 'Kobolt'),
    users_id_tech: technician,
    groups_id_tech: group,
  };
  const tower = {
    computertypes_id: site.id('ComputerType', 'Tower'),
    computermodels_id: site.id('ComputerModel', 'Kobolt T4'),
    autoupdatesystems_id: site.id('AutoUpdateSystem', 'Field agent'),
    networks_id: site.id('Network', 'Office network'),
  };
  await site.addAll('Computer', [
    {
      ...common,
      ...tower,
      name: 'pc-ylva',
      serial: 'KB-100',
      otherserial: 'HT-1',
      users_id: technician,
      contact: 'ylva',
    },
    { ...common, ...tower, name: 'pc-greger', serial: 'KB-101', users_id: user, comment: 'Screen < 20" & "old"' },
    {
      ...common,
      ...tower,
      name: 'srv-files',
      serial: 'KB-200',
      is_recursive: 1,
      uuid: '2d9c6f3e-7a11-4c58-9a3e-1f0f5b7c2a10',
    },
    { ...common, ...tower, name: 'srv-virtual', serial: 'KB-201', is_recursive: true },
    {
      name: 'quay-1',
      entities_id: site.id('Entity', 'Coast yard'),
      locations_id: site.id('Location', 'Quay'),
      comment: null,
    },
    { ...common, name: 'Notebook', template_name: 'Notebook of the office', is_template: 1 },
    { ...common, name: 'pc-broken', serial: 'KB-099', states_id: site.id('State', 'Scrapped') },
  ]);
  await site.addAll(
    'Computer',
    Array.from({ length: 20 }, (_, n) => ({ ...common, ...tower, name: `saw-${n + 1}`, serial: `KB-3${n + 10}` })),
  );
  await site.addAll(
    'Computer',
    SURPLUS.map((name) => ({ ...common, name })),
  );
  await site.addAll('Monitor', [
    {
      ...common,
      name: 'screen-ylva',
      monitormodels_id: site.id('MonitorModel', 'Fjord 27'),
      size: '27.00',
      have_hdmi: 1,
    },
    { ...common, name: 'beamer', is_global: 1, monitortypes_id: site.id('MonitorType', 'Flat') },
  ]);
  await site.addAll('Printer', [
    {
      ...common,
      name: 'printer-office',
      printermodels_id: site.id('PrinterModel', 'Gran L80'),
      printertypes_id: site.id('PrinterType', 'Laser'),
      have_ethernet: 1,
      init_pages_counter: 10,
      last_pages_counter: 4711,
      is_recursive: 1,
      is_global: 1,
    },
    { ...common, name: 'printer-labels', printertypes_id: site.id('PrinterType', 'Label') },
  ]);
  await site.addAll('Phone', [
    { ...common, name: 'desk-100', number_line: '100', phonepowersupplies_id: site.id('PhonePowerSupply', 'PoE') },
    { ...common, name: 'mobile-ylva', phonetypes_id: site.id('PhoneType', 'Mobile'), users_id: technician },
  ]);
  await site.addAll('Peripheral', [
    { ...common, name: 'scanner', peripheraltypes_id: site.id('PeripheralType', 'Scanner'), brand: 'Gran' },
    { ...common, name: 'dock', peripheraltypes_id: site.id('PeripheralType', 'Dock') },
  ]);
  await site.addAll('NetworkEquipment', [
    {
      ...common,
      name: 'switch-1',
      networkequipmenttypes_id: site.id('NetworkEquipmentType', 'Switch'),
      networkequipmentmodels_id: site.id('NetworkEquipmentModel', 'Fjord X24'),
      ram: '512',
      is_recursive: 1,
    },
    { ...common, name: 'air-1', networkequipmenttypes_id: site.id('NetworkEquipmentType', 'Access point') },
  ]);
  await site.trash('Computer', site.id('Computer', 'pc-broken'));
  await site.change('Computer', site.id('Computer', 'pc-greger'), {
    locations_id: site.id('Location', 'Desk > window'),
  });
  await site.add('Line', {
    name: '+46 70 555 01',
    caller_num: '0705550',
    users_id: technician,
    lineoperators_id: site.id('LineOperator', 'Skog Telecom'),
    linetypes_id: site.id('LineType', 'Mobile line'),
    entities_id: timber,
    is_recursive: 1,
  });
}

/** Computers to throw away: one for each way of deleting. */
export const SURPLUS: readonly string[] = Array.from({ length: 6 }, (_, n) => `surplus-${n + 1}`);

/** A computer that the inventory keeps: what people change is locked. */
export async function buildDynamicComputer(site: Site): Promise<void> {
  const id = await site.add('Computer', {
    name: 'scanned',
    entities_id: site.id('Entity', 'Sawmill'),
    is_dynamic: 1,
    serial: 'KB-500',
  });
  await site.change('Computer', id, { otherserial: 'HT-500' });
}

/** What hangs on a computer: connections, disks, virtual machines, protection, remote access, operating system. */
export async function buildComputerParts(site: Site): Promise<void> {
  const pc = site.item('Computer', 'pc-ylva');
  for (const [itemtype, name] of [
    ['Monitor', 'screen-ylva'],
    ['Monitor', 'beamer'],
    ['Printer', 'printer-office'],
    ['Phone', 'desk-100'],
    ['Peripheral', 'dock'],
  ] as const) {
    await site.add('Computer_Item', { computers_id: pc.items_id, ...site.item(itemtype, name) });
  }
  await site.addAll('Item_Disk', [
    {
      ...pc,
      name: 'System',
      device: '/dev/nvme0n1p2',
      mountpoint: '/',
      totalsize: 480000,
      freesize: 123456,
      filesystems_id: 2,
    },
    { ...pc, name: 'Home', mountpoint: '/home', totalsize: 20000, encryption_status: 1, encryption_tool: 'LUKS' },
  ]);
  await site.addAll('ComputerVirtualMachine', [
    {
      computers_id: site.id('Computer', 'srv-virtual'),
      name: 'vm-shop',
      uuid: '6b1b36f2-90c7-4c8e-8c1c-3d2a4bfb7a01',
      vcpu: 4,
      ram: '8192',
      virtualmachinetypes_id: site.id('VirtualMachineType', 'KVM'),
      virtualmachinesystems_id: site.id('VirtualMachineSystem', 'Hardware virtualisation'),
      virtualmachinestates_id: site.id('VirtualMachineState', 'Running'),
    },
    { computers_id: site.id('Computer', 'srv-virtual'), name: 'vm-test', vcpu: 1 },
  ]);
  await site.add('ComputerAntivirus', {
    computers_id: pc.items_id,
    name: 'Guard',
    antivirus_version: '9.1',
    is_active: true,
    is_uptodate: true,
    date_expiration: '2027-01-31',
    manufacturers_id: site.id('Manufacturer', 'Tall & Gran'),
  });
  await site.add('Item_RemoteManagement', { ...pc, remoteid: '123 456 789', type: 'anydesk' });
  await site.add('Item_OperatingSystem', {
    ...pc,
    operatingsystems_id: site.id('OperatingSystem', 'Debian'),
    operatingsystemversions_id: site.id('OperatingSystemVersion', '13'),
    operatingsystemarchitectures_id: site.id('OperatingSystemArchitecture', 'x86-64'),
    operatingsystemkernelversions_id: site.id('OperatingSystemKernelVersion', '6.12'),
    license_number: 'none',
    install_date: '2025-04-01',
  });
  await site.add('ManualLink', { ...pc, name: 'Handbook', url: 'https://handbook.test/pc', open_window: 1 });
  await site.add('Notepad', { ...pc, content: 'Ask Ylva before <b>changing</b> it.' });
}

/** Cartridges for printers, consumables for people. */
export async function buildStock(site: Site): Promise<void> {
  const timber = { entities_id: site.id('Entity', 'Holm Timber'), is_recursive: 1 };
  const toner = await site.add('CartridgeItem', {
    name: 'Toner L80',
    ref: 'TN-80',
    ...timber,
    cartridgeitemtypes_id: site.id('CartridgeItemType', 'Toner'),
    alarm_threshold: 2,
  });
  await site.add('CartridgeItem_PrinterModel', {
    cartridgeitems_id: toner,
    printermodels_id: site.id('PrinterModel', 'Gran L80'),
  });
  const [used] = await site.addAll('Cartridge', [{ cartridgeitems_id: toner }, { cartridgeitems_id: toner }]);
  await site.change('Cartridge', used!, { printers_id: site.id('Printer', 'printer-office'), date_use: '2026-01-05' });
  const paper = await site.add('ConsumableItem', {
    name: 'Label roll',
    ref: 'LR-1',
    ...timber,
    consumableitemtypes_id: site.id('ConsumableItemType', 'Paper'),
  });
  const [given] = await site.addAll('Consumable', [{ consumableitems_id: paper }, { consumableitems_id: paper }]);
  await site.change('Consumable', given!, { ...site.item('User', 'greger'), date_out: '2026-02-03' });
  await site.add('Printer_CartridgeInfo', {
    printers_id: site.id('Printer', 'printer-office'),
    property: 'tonerblack',
    value: '64',
  });
  await site.add('PrinterLog', {
    printers_id: site.id('Printer', 'printer-office'),
    total_pages: 4711,
    bw_pages: 4000,
    color_pages: 711,
    date: '2026-03-01',
  });
}
