/** Types and models of components. */
import type { Declaration } from '../parts/facts.ts';
import { deviceModel, deviceType } from '../parts/kinds.ts';

export const deviceDropdowns: readonly Declaration[] = [
  deviceModel('DeviceBatteryModel', ['Device battery model', 'Device batteries models'], {
    lacks: ['date_mod', 'date_creation'],
  }),
  deviceType('DeviceBatteryType', ['Battery type', 'Battery types']),
  deviceModel('DeviceCameraModel', ['Device camera model', 'Device camera models'], {
    lacks: ['date_mod', 'date_creation'],
  }),
  deviceModel('DeviceCaseModel', ['Device case model', 'Device case models'], { lacks: ['date_mod', 'date_creation'] }),
  deviceType('DeviceCaseType', ['Case type', 'Case types']),
  deviceModel('DeviceControlModel', ['Device control model', 'Device control models'], {
    lacks: ['date_mod', 'date_creation'],
  }),
  deviceModel('DeviceDriveModel', ['Device drive model', 'Device drive models'], {
    lacks: ['date_mod', 'date_creation'],
  }),
  deviceModel('DeviceFirmwareModel', ['Device firmware model', 'Device firmware models'], {
    lacks: ['date_mod', 'date_creation'],
  }),
  deviceType('DeviceFirmwareType', ['Firmware type', 'Firmware types']),
  deviceModel('DeviceGenericModel', ['Device generic model', 'Device generic models'], {
    lacks: ['date_mod', 'date_creation'],
  }),
  deviceType('DeviceGenericType', ['Generic type', 'Generic types'], { lacks: ['date_mod', 'date_creation'] }),
  deviceModel('DeviceGraphicCardModel', ['Device graphic card model', 'Device graphic card models'], {
    lacks: ['date_mod', 'date_creation'],
  }),
  deviceModel('DeviceHardDriveModel', ['Device hard drive model', 'Device hard drive models'], {
    lacks: ['date_mod', 'date_creation'],
  }),
  deviceModel('DeviceMemoryModel', ['Device memory model', 'Device memory models'], {
    lacks: ['date_mod', 'date_creation'],
  }),
  deviceType('DeviceMemoryType', ['Memory type', 'Memory types']),
  deviceModel('DeviceMotherboardModel', ['System board model', 'System board models'], {
    lacks: ['date_mod', 'date_creation'],
  }),
  deviceModel('DeviceNetworkCardModel', ['Network card model', 'Network card models'], {
    lacks: ['date_mod', 'date_creation'],
  }),
  deviceModel('DevicePciModel', ['Other component model', 'Other component models'], {
    lacks: ['date_mod', 'date_creation'],
  }),
  deviceModel('DevicePowerSupplyModel', ['Device power supply model', 'Device power supply models'], {
    lacks: ['date_mod', 'date_creation'],
  }),
  deviceModel('DeviceProcessorModel', ['Device processor model', 'Device processor models'], {
    lacks: ['date_mod', 'date_creation'],
  }),
  deviceModel('DeviceSensorModel', ['Device sensor model', 'Device sensor models'], {
    lacks: ['date_mod', 'date_creation'],
  }),
  deviceType('DeviceSensorType', ['Sensor type', 'Sensor types'], { lacks: ['date_mod', 'date_creation'] }),
  deviceType('DeviceSimcardType', ['Simcard type', 'Simcard types']),
  deviceModel('DeviceSoundCardModel', ['Device sound card model', 'Device sound card models'], {
    lacks: ['date_mod', 'date_creation'],
  }),
];
