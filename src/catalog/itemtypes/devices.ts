/** Components as they are bought. */
import type { Declaration } from '../parts/facts.ts';
import { device } from '../parts/kinds.ts';
import { composed } from '../parts/labels.ts';
import { of, own } from '../parts/option.ts';

export const devices: readonly Declaration[] = [
  device('DeviceBattery', ['Battery', 'Batteries'], {
    options: [
      own(11, 'Capacity', 'capacity', 'integer'),
      own(12, 'Voltage', 'voltage', 'integer'),
      of('glpi_devicebatterytypes', 13, 'Type', 'name', 'dropdown'),
    ],
  }),
  device('DeviceCamera', ['Camera', 'Cameras'], {
    options: [
      of('glpi_devicecameramodels', 10, 'Model', 'name', 'dropdown'),
      own(11, 'Flashunit', 'flashunit', 'bool'),
      own(12, 'Lensfacing', 'lensfacing', 'string'),
      own(13, 'orientation', 'orientation', 'string'),
      own(14, 'Focal length', 'focallength', 'string'),
      own(15, 'Sensor size', 'sensorsize', 'string'),
      own(17, 'Support', 'support', 'string'),
    ],
  }),
  device('DeviceCase', ['Case', 'Cases'], {
    options: [
      of('glpi_devicecasetypes', 12, 'Type', 'name', 'dropdown'),
      of('glpi_devicecasemodels', 13, 'Model', 'name', 'dropdown'),
    ],
  }),
  device('DeviceControl', ['Controller', 'Controllers'], {
    options: [
      own(12, 'RAID', 'is_raid', 'bool'),
      of('glpi_interfacetypes', 14, 'Interface', 'name', 'dropdown'),
      of('glpi_devicecontrolmodels', 15, 'Model', 'name', 'dropdown'),
    ],
  }),
  device('DeviceDrive', ['Drive', 'Drives'], {
    options: [
      own(12, 'Writing ability', 'is_writer', 'bool'),
      own(13, 'Speed', 'speed', 'string'),
      of('glpi_interfacetypes', 14, 'Interface', 'name', 'dropdown'),
      of('glpi_devicedrivemodels', 15, 'Model', 'name', 'dropdown'),
    ],
  }),
  device('DeviceFirmware', ['Firmware', 'Firmware'], {
    options: [
      own(11, 'Release date', 'date', 'date'),
      of('glpi_devicefirmwaremodels', 12, 'Model', 'name', 'dropdown'),
      of('glpi_devicefirmwaretypes', 13, 'Type', 'name', 'dropdown'),
      own(14, 'Version', 'version', ''),
    ],
  }),
  device('DeviceGeneric', ['Generic device', 'Generic devices'], {
    options: [of('glpi_devicegenerictypes', 12, 'Type', 'name', 'dropdown')],
  }),
  device('DeviceGraphicCard', ['Graphics card', 'Graphics cards'], {
    options: [
      own(11, 'Chipset', 'chipset', 'string'),
      own(12, 'Memory by default', 'memory_default', 'integer'),
      of('glpi_interfacetypes', 14, 'Interface', 'name', 'dropdown'),
      of('glpi_devicegraphiccardmodels', 15, 'Model', 'name', 'dropdown'),
    ],
  }),
  device('DeviceHardDrive', ['Hard drive', 'Hard drives'], {
    options: [
      own(11, 'Capacity by default', 'capacity_default', 'integer'),
      own(12, 'Rpm', 'rpm', 'string'),
      own(13, 'Cache', 'cache', 'integer'),
      of('glpi_interfacetypes', 14, 'Interface', 'name', 'dropdown'),
      of('glpi_deviceharddrivemodels', 15, 'Model', 'name', 'dropdown'),
    ],
  }),
  device('DeviceMemory', ['Memory', 'Memories'], {
    options: [
      own(11, 'Size by default', 'size_default', 'integer'),
      own(12, composed('%1$s (%2$s)', 'Frequency', 'MHz'), 'frequence', 'integer'),
      of('glpi_devicememorytypes', 13, 'Type', 'name', 'dropdown'),
      of('glpi_devicememorymodels', 14, 'Model', 'name', 'dropdown'),
    ],
  }),
  device('DeviceMotherboard', ['System board', 'System boards'], {
    options: [
      own(11, 'Chipset', 'chipset', 'string'),
      of('glpi_devicemotherboardmodels', 12, 'Model', 'name', 'dropdown'),
    ],
  }),
  device('DeviceNetworkCard', ['Network card', 'Network cards'], {
    options: [
      own(11, 'MAC address by default', 'mac_default', 'mac'),
      own(12, 'Flow', 'bandwidth', 'string'),
      of('glpi_devicenetworkcardmodels', 13, 'Model', 'name', 'dropdown'),
    ],
  }),
  device('DevicePci', ['PCI device', 'PCI devices'], {
    options: [of('glpi_devicepcimodels', 17, 'Model', 'name', 'dropdown')],
  }),
  device('DevicePowerSupply', ['Power supply', 'Power supplies'], {
    options: [
      own(11, 'ATX', 'is_atx', 'bool'),
      own(12, 'Power', 'power', 'string'),
      of('glpi_devicepowersupplymodels', 13, 'Model', 'name', 'dropdown'),
    ],
  }),
  device('DeviceProcessor', ['Processor', 'Processors'], {
    options: [
      own(11, composed('%1$s (%2$s)', 'Frequency by default', 'MHz'), 'frequency_default', 'integer'),
      own(12, composed('%1$s (%2$s)', 'Frequency', 'MHz'), 'frequence', 'integer'),
      own(13, 'Number of cores', 'nbcores_default', 'integer'),
      own(14, 'Number of threads', 'nbthreads_default', 'integer'),
      of('glpi_deviceprocessormodels', 15, 'Model', 'name', 'dropdown'),
    ],
  }),
  device('DeviceSensor', ['Sensor', 'Sensors'], {
    options: [of('glpi_devicesensortypes', 12, 'Type', 'name', 'dropdown')],
  }),
  device('DeviceSimcard', ['Simcard', 'Simcards'], {
    options: [
      own(12, 'Voltage', 'voltage', 'integer'),
      of('glpi_devicesimcardtypes', 13, 'Type', 'name', 'dropdown'),
      own(14, 'Allow VOIP', 'allow_voip', 'bool'),
    ],
  }),
  device('DeviceSoundCard', ['Soundcard', 'Soundcards'], {
    options: [own(12, 'Type', 'type', 'string'), of('glpi_devicesoundcardmodels', 13, 'Model', 'name', 'dropdown')],
  }),
];
