import type { Input } from './clients.ts';
import type { Site } from './site.ts';

interface Component {
  /** `Memory` of DeviceMemory, DeviceMemoryModel and Item_DeviceMemory. */
  readonly kind: string;
  readonly device: Input;
  readonly item: Input;
}

const COMPONENTS: readonly Component[] = [
  { kind: 'Motherboard', device: { designation: 'MB 7', chipset: 'F70' }, item: { serial: 'MB-1' } },
  { kind: 'Firmware', device: { designation: 'UEFI', version: '2.4', date: '2025-02-01' }, item: { serial: 'FW-1' } },
  {
    kind: 'Processor',
    device: { designation: 'Corvid 8', frequency_default: 3200, nbcores_default: 8, nbthreads_default: 16 },
    item: { frequency: 3200, nbcores: 8, nbthreads: 16, busID: '00:01' },
  },
  { kind: 'Memory', device: { designation: 'DDR5', frequence: '4800', size_default: 16384 }, item: { size: 16384 } },
  {
    kind: 'HardDrive',
    device: { designation: 'NVMe', capacity_default: 512000 },
    item: { capacity: 512000, serial: 'HD-1' },
  },
  { kind: 'NetworkCard', device: { designation: '2.5G', bandwidth: '2500' }, item: { mac: '02:00:5e:10:00:01' } },
  { kind: 'Drive', device: { designation: 'DVD', is_writer: 1, speed: '16' }, item: { serial: 'DV-1' } },
  {
    kind: 'Battery',
    device: { designation: '56 Wh', voltage: 15000, capacity: 56000 },
    item: { real_capacity: 51000 },
  },
  { kind: 'GraphicCard', device: { designation: 'G 4', memory_default: 4096 }, item: { memory: 4096 } },
  { kind: 'SoundCard', device: { designation: 'HDA', type: 'onboard' }, item: { busID: '00:1f' } },
  { kind: 'Control', device: { designation: 'SATA', is_raid: 1 }, item: { serial: 'CT-1' } },
  { kind: 'Pci', device: { designation: 'Bridge' }, item: { serial: 'PCI-1' } },
  { kind: 'Case', device: { designation: 'Box' }, item: { otherserial: 'BX-1' } },
  { kind: 'PowerSupply', device: { designation: '650 W', power: '650', is_atx: 1 }, item: { serial: 'PS-1' } },
  { kind: 'Generic', device: { designation: 'Card reader' }, item: { serial: 'CR-1' } },
  { kind: 'Sensor', device: { designation: 'Thermometer' }, item: { serial: 'TH-1' } },
  { kind: 'Camera', device: { designation: 'Webcam', flashunit: 1 }, item: {} },
];

/** One component of each kind in a computer, a SIM card in a phone, and one memory in stock. */
export async function buildComponents(site: Site): Promise<void> {
  const maker = site.id('Manufacturer', 'Fjord Systems');
  for (const { kind, device, item } of COMPONENTS) {
    const model = await site.add(`Device${kind}Model`, { name: `${kind} model`, product_number: 'X1' });
    const id = await site.add(`Device${kind}`, {
      ...device,
      [`device${kind.toLowerCase()}models_id`]: model,
      manufacturers_id: maker,
      is_recursive: 1,
    });
    await site.add(`Item_Device${kind}`, { ...site.item('Computer', 'pc-ylva'), [keyOf(kind)]: id, ...item });
  }
  await site.add('Item_DeviceMemory', {
    devicememories_id: site.id('DeviceMemory', 'DDR5'),
    size: 8192,
    serial: 'STOCK',
  });
  const sim = await site.add('DeviceSimcard', { designation: 'Nano SIM', allow_voip: 1, is_recursive: 1 });
  await site.add('Item_DeviceSimcard', {
    ...site.item('Phone', 'mobile-ylva'),
    devicesimcards_id: sim,
    serial: '8946000',
    pin: '0000',
    lines_id: site.id('Line', '+46 70 555 01'),
  });
  const camera = site.built.find(({ itemtype }) => itemtype === 'Item_DeviceCamera')!.id;
  await site.add('Item_DeviceCamera_ImageFormat', {
    items_devicecameras_id: camera,
    imageformats_id: site.id('ImageFormat', 'RAW'),
  });
  await site.add('Item_DeviceCamera_ImageResolution', {
    items_devicecameras_id: camera,
    imageresolutions_id: site.id('ImageResolution', '4K'),
  });
}

function keyOf(kind: string): string {
  return `device${kind.toLowerCase()}s_id`.replace(/([^aeiou])ys_id$/, '$1ies_id');
}
