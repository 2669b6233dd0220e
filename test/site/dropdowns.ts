import type { Site } from './site.ts';

/** Types and kinds that are a name. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  ComputerType: ['Tower', 'Notebook', 'Server'],
  MonitorType: ['Flat'],
  PrinterType: ['Laser', 'Label'],
  PhoneType: ['Desk phone', 'Mobile'],
  PeripheralType: ['Scanner', 'Dock'],
  NetworkEquipmentType: ['Switch', 'Access point'],
  PhonePowerSupply: ['PoE'],
  AutoUpdateSystem: ['Field agent'],
  CartridgeItemType: ['Toner'],
  ConsumableItemType: ['Paper'],
  ContractType: ['Maintenance', 'Leasing'],
  ContactType: ['Sales person'],
  SupplierType: ['Trader'],
  BudgetType: ['Running'],
  CertificateType: ['TLS'],
  DomainType: ['Public'],
  ApplianceType: ['Business'],
  ApplianceEnvironment: ['Production'],
  ClusterType: ['Failover'],
  DatabaseInstanceType: ['MariaDB'],
  DatabaseInstanceCategory: ['Productive'],
  LineType: ['Mobile line'],
  CableType: ['Cat 6A'],
  CableStrand: ['OM4'],
  RackType: ['Closed'],
  PDUType: ['Switched'],
  PassiveDCEquipmentType: ['Patch panel'],
  'Glpi\\SocketModel': ['RJ45'],
  Plug: ['C13', 'C19'],
  Network: ['Office network'],
  NetworkInterface: ['Gigabit'],
  NetworkPortFiberChannelType: ['Longwave'],
  OperatingSystem: ['Debian', 'Windows'],
  OperatingSystemVersion: ['13', '11 24H2'],
  OperatingSystemServicePack: ['None'],
  OperatingSystemArchitecture: ['x86-64'],
  OperatingSystemEdition: ['Professional'],
  OperatingSystemKernel: ['Linux'],
  VirtualMachineType: ['KVM'],
  VirtualMachineSystem: ['Hardware virtualisation'],
  VirtualMachineState: ['Running'],
  SoftwareLicenseType: ['Site licence'],
  SolutionType: ['By advice'],
  ProjectType: ['Building'],
  ProjectTaskType: ['Errand'],
  DeviceBatteryType: ['Li-Ion'],
  DeviceCaseType: ['Small'],
  DeviceGenericType: ['Reader'],
  DeviceSensorType: ['Heat'],
  ImageFormat: ['RAW'],
};

/** Models have a product number. */
const MODELS: Readonly<Record<string, readonly string[]>> = {
  ComputerModel: ['Kobolt T4', 'Kobolt N14', 'Fjord R2'],
  MonitorModel: ['Fjord 27'],
  PrinterModel: ['Gran L80'],
  PhoneModel: ['Tall 5'],
  PeripheralModel: ['Gran S2'],
  NetworkEquipmentModel: ['Fjord X24'],
  RackModel: ['Cabinet 42'],
  EnclosureModel: ['Blade 16'],
  PDUModel: ['Bar 8'],
  PassiveDCEquipmentModel: ['Panel 24'],
};

/** Trees, each with a child. */
const TREES: Readonly<Record<string, readonly [parent: string, child: string]>> = {
  SoftwareCategory: ['Office work', 'Writing & typesetting'],
  DocumentCategory: ['Papers', 'Bills'],
  BusinessCriticity: ['Vital', 'Vital for the saw'],
  TaskCategory: ['On site', 'Repair'],
  KnowbaseItemCategory: ['How to', 'How to print'],
  SoftwareLicenseType: ['Yearly', 'Yearly by seat'],
};

/** The dropdowns that all the rest takes its values from. */
export async function buildDropdowns(site: Site): Promise<void> {
  for (const [itemtype, names] of Object.entries(NAMES)) await site.addNames(itemtype, ...names);
  for (const [itemtype, names] of Object.entries(MODELS)) {
    await site.addAll(
      itemtype,
      names.map((name, index) => ({ name, product_number: `PN-${index + 1}` })),
    );
  }
  for (const [itemtype, [parent, child]] of Object.entries(TREES)) {
    const key = `${itemtype.toLowerCase().replace(/y$/, 'ie')}s_id`;
    const id = await site.add(itemtype, { name: parent });
    await site.add(itemtype, { name: child, [key]: id });
  }
  await site.addAll('OperatingSystemKernelVersion', [
    { name: '6.12', operatingsystemkernels_id: site.id('OperatingSystemKernel', 'Linux') },
  ]);
  await site.add('ImageResolution', { name: '4K', is_video: 1 });
  await site.add('LineOperator', { name: 'Skog Telecom', mcc: 240, mnc: 77 });
  await site.add('PlanningEventCategory', { name: 'Away', color: '#ff8800' });
  await site.add('PCIVendor', { vendorid: 'f0f0', deviceid: '1', name: 'Fjord bus' });
  await site.add('USBVendor', { vendorid: 'f0f1', deviceid: '2', name: 'Fjord stick' });
  await site.add('BlacklistedMailContent', { name: 'Footer', content: 'Sent from a phone' });
  await site.add('Blacklist', { name: 'No serial', type: 2, value: 'TO BE FILLED' });
}
