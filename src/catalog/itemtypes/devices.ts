/** Components as they are bought. */
import type { Declaration } from '../parts/facts.ts';
import { located } from '../parts/flags.ts';
import { device } from '../parts/kinds.ts';
import { composed } from '../parts/labels.ts';
import { of, own } from '../parts/option.ts';

export const devices: readonly Declaration[] = [
  device('DeviceBattery', ['Battery', 'Batteries'], {
    additionalFields: [
      { name: 'manufacturers_id', label: 'Manufacturer', type: 'dropdownValue' },
      { name: 'devicebatterytypes_id', label: 'Type', type: 'dropdownValue' },
      { name: 'capacity', label: 'Capacity', type: 'integer' },
      { name: 'voltage', label: 'Voltage', type: 'integer' },
    ],
    options: [
      own(11, 'Capacity', 'capacity', 'integer'),
      own(12, 'Voltage', 'voltage', 'integer'),
      of('glpi_devicebatterytypes', 13, 'Type', 'name', 'dropdown'),
    ],
  }),
  device('DeviceCamera', ['Camera', 'Cameras'], {
    additionalFields: [
      { name: 'manufacturers_id', label: 'Manufacturer', type: 'dropdownValue' },
      { name: 'devicecameramodels_id', label: 'Model', type: 'dropdownValue' },
      { name: 'flashunit', label: 'Flashunit', type: 'bool' },
      { name: 'lensfacing', label: 'Lensfacing', type: 'text' },
      { name: 'orientation', label: 'Orientation', type: 'text' },
      { name: 'focallength', label: 'Focal length', type: 'text' },
      { name: 'sensorsize', label: 'Sensor size', type: 'text' },
      { name: 'support', label: 'Support', type: 'text' },
    ],
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
    additionalFields: [
      { name: 'manufacturers_id', label: 'Manufacturer', type: 'dropdownValue' },
      { name: 'devicecasetypes_id', label: 'Type', type: 'dropdownValue' },
      { name: 'devicecasemodels_id', label: 'Model', type: 'dropdownValue' },
    ],
    options: [
      of('glpi_devicecasetypes', 12, 'Type', 'name', 'dropdown'),
      of('glpi_devicecasemodels', 13, 'Model', 'name', 'dropdown'),
    ],
  }),
  device('DeviceControl', ['Controller', 'Controllers'], {
    additionalFields: [
      { name: 'manufacturers_id', label: 'Manufacturer', type: 'dropdownValue' },
      { name: 'is_raid', label: 'RAID', type: 'bool' },
      { name: 'interfacetypes_id', label: 'Interface', type: 'dropdownValue' },
      { name: 'devicecontrolmodels_id', label: 'Model', type: 'dropdownValue' },
      {
        name: 'none',
        label:
          "Registered IDs (issued by PCI-SIG)&nbsp;<script type='text/javascript'>var nbregisteredids=2; </script><span id='addregisteredidbutton' class='fa fa-plus pointer' title=\"Add\"\" onClick=\"var row = $('#add_registeredid_to_DeviceControl_0');\n                             row.append('<br><select name=\\'_registeredID_type[-'+nbregisteredids+']\\'><option value=\\'\\'>-----</option><option value=\\'PCI\\'>PCI</option><option value=\\'USB\\'>USB</option></select> : <input type=\\'text\\' size=\\'30\\' name=\\'_registeredID[-'+nbregisteredids+']\\'>');\n                            nbregisteredids++;\"\n               ><span class='sr-only'>Add</span></span>",
        type: 'registeredIDChooser',
      },
    ],
    options: [
      own(12, 'RAID', 'is_raid', 'bool'),
      of('glpi_interfacetypes', 14, 'Interface', 'name', 'dropdown'),
      of('glpi_devicecontrolmodels', 15, 'Model', 'name', 'dropdown'),
    ],
  }),
  device('DeviceDrive', ['Drive', 'Drives'], {
    additionalFields: [
      { name: 'manufacturers_id', label: 'Manufacturer', type: 'dropdownValue' },
      { name: 'is_writer', label: 'Writing ability', type: 'bool' },
      { name: 'speed', label: 'Speed', type: 'text' },
      { name: 'interfacetypes_id', label: 'Interface', type: 'dropdownValue' },
      { name: 'devicedrivemodels_id', label: 'Model', type: 'dropdownValue' },
    ],
    options: [
      own(12, 'Writing ability', 'is_writer', 'bool'),
      own(13, 'Speed', 'speed', 'string'),
      of('glpi_interfacetypes', 14, 'Interface', 'name', 'dropdown'),
      of('glpi_devicedrivemodels', 15, 'Model', 'name', 'dropdown'),
    ],
  }),
  device('DeviceFirmware', ['Firmware', 'Firmware'], {
    additionalFields: [
      { name: 'manufacturers_id', label: 'Manufacturer', type: 'dropdownValue' },
      { name: 'devicefirmwaretypes_id', label: 'Type', type: 'dropdownValue' },
      { name: 'date', label: 'Release date', type: 'date' },
      { name: 'version', label: 'Version', type: 'text' },
      { name: 'devicefirmwaremodels_id', label: 'Model', type: 'dropdownValue' },
    ],
    options: [
      own(11, 'Release date', 'date', 'date'),
      of('glpi_devicefirmwaremodels', 12, 'Model', 'name', 'dropdown'),
      of('glpi_devicefirmwaretypes', 13, 'Type', 'name', 'dropdown'),
      own(14, 'Version', 'version', ''),
    ],
  }),
  device('DeviceGeneric', ['Generic device', 'Generic devices'], {
    flags: [located],
    additionalFields: [
      { name: 'manufacturers_id', label: 'Manufacturer', type: 'dropdownValue' },
      { name: 'devicegenerictypes_id', label: 'Type', type: 'dropdownValue' },
    ],
    options: [of('glpi_devicegenerictypes', 12, 'Type', 'name', 'dropdown')],
  }),
  device('DeviceGraphicCard', ['Graphics card', 'Graphics cards'], {
    additionalFields: [
      { name: 'manufacturers_id', label: 'Manufacturer', type: 'dropdownValue' },
      { name: 'chipset', label: 'Chipset', type: 'text' },
      { name: 'memory_default', label: 'Memory by default', type: 'integer' },
      { name: 'interfacetypes_id', label: 'Interface', type: 'dropdownValue' },
      {
        name: 'none',
        label:
          "Registered IDs (issued by PCI-SIG)&nbsp;<script type='text/javascript'>var nbregisteredids=2; </script><span id='addregisteredidbutton' class='fa fa-plus pointer' title=\"Add\"\" onClick=\"var row = $('#add_registeredid_to_DeviceGraphicCard_0');\n                             row.append('<br><select name=\\'_registeredID_type[-'+nbregisteredids+']\\'><option value=\\'\\'>-----</option><option value=\\'PCI\\'>PCI</option><option value=\\'USB\\'>USB</option></select> : <input type=\\'text\\' size=\\'30\\' name=\\'_registeredID[-'+nbregisteredids+']\\'>');\n                            nbregisteredids++;\"\n               ><span class='sr-only'>Add</span></span>",
        type: 'registeredIDChooser',
      },
      { name: 'devicegraphiccardmodels_id', label: 'Model', type: 'dropdownValue' },
    ],
    options: [
      own(11, 'Chipset', 'chipset', 'string'),
      own(12, 'Memory by default', 'memory_default', 'integer'),
      of('glpi_interfacetypes', 14, 'Interface', 'name', 'dropdown'),
      of('glpi_devicegraphiccardmodels', 15, 'Model', 'name', 'dropdown'),
    ],
  }),
  device('DeviceHardDrive', ['Hard drive', 'Hard drives'], {
    additionalFields: [
      { name: 'manufacturers_id', label: 'Manufacturer', type: 'dropdownValue' },
      { name: 'capacity_default', label: 'Capacity by default', type: 'integer' },
      { name: 'rpm', label: 'Rpm', type: 'text' },
      { name: 'cache', label: 'Cache', type: 'integer' },
      { name: 'deviceharddrivemodels_id', label: 'Model', type: 'dropdownValue' },
      { name: 'interfacetypes_id', label: 'Interface', type: 'dropdownValue' },
    ],
    options: [
      own(11, 'Capacity by default', 'capacity_default', 'integer'),
      own(12, 'Rpm', 'rpm', 'string'),
      own(13, 'Cache', 'cache', 'integer'),
      of('glpi_interfacetypes', 14, 'Interface', 'name', 'dropdown'),
      of('glpi_deviceharddrivemodels', 15, 'Model', 'name', 'dropdown'),
    ],
  }),
  device('DeviceMemory', ['Memory', 'Memories'], {
    additionalFields: [
      { name: 'manufacturers_id', label: 'Manufacturer', type: 'dropdownValue' },
      { name: 'size_default', label: 'Size by default', type: 'integer' },
      { name: 'frequence', label: 'Frequency (MHz)', type: 'integer' },
      { name: 'devicememorytypes_id', label: 'Type', type: 'dropdownValue' },
      { name: 'devicememorymodels_id', label: 'Model', type: 'dropdownValue' },
    ],
    options: [
      own(11, 'Size by default', 'size_default', 'integer'),
      own(12, composed('%1$s (%2$s)', 'Frequency', 'MHz'), 'frequence', 'integer'),
      of('glpi_devicememorytypes', 13, 'Type', 'name', 'dropdown'),
      of('glpi_devicememorymodels', 14, 'Model', 'name', 'dropdown'),
    ],
  }),
  device('DeviceMotherboard', ['System board', 'System boards'], {
    additionalFields: [
      { name: 'manufacturers_id', label: 'Manufacturer', type: 'dropdownValue' },
      { name: 'chipset', label: 'Chipset', type: 'text' },
      { name: 'devicemotherboardmodels_id', label: 'Model', type: 'dropdownValue' },
    ],
    options: [
      own(11, 'Chipset', 'chipset', 'string'),
      of('glpi_devicemotherboardmodels', 12, 'Model', 'name', 'dropdown'),
    ],
  }),
  device('DeviceNetworkCard', ['Network card', 'Network cards'], {
    additionalFields: [
      { name: 'manufacturers_id', label: 'Manufacturer', type: 'dropdownValue' },
      { name: 'mac_default', label: 'MAC address by default', type: 'text' },
      { name: 'bandwidth', label: 'Flow', type: 'text' },
      { name: 'devicenetworkcardmodels_id', label: 'Model', type: 'dropdownValue' },
      {
        name: 'none',
        label:
          "Registered IDs (issued by PCI-SIG)&nbsp;<script type='text/javascript'>var nbregisteredids=2; </script><span id='addregisteredidbutton' class='fa fa-plus pointer' title=\"Add\"\" onClick=\"var row = $('#add_registeredid_to_DeviceNetworkCard_0');\n                             row.append('<br><select name=\\'_registeredID_type[-'+nbregisteredids+']\\'><option value=\\'\\'>-----</option><option value=\\'PCI\\'>PCI</option><option value=\\'USB\\'>USB</option></select> : <input type=\\'text\\' size=\\'30\\' name=\\'_registeredID[-'+nbregisteredids+']\\'>');\n                            nbregisteredids++;\"\n               ><span class='sr-only'>Add</span></span>",
        type: 'registeredIDChooser',
      },
    ],
    options: [
      own(11, 'MAC address by default', 'mac_default', 'mac'),
      own(12, 'Flow', 'bandwidth', 'string'),
      of('glpi_devicenetworkcardmodels', 13, 'Model', 'name', 'dropdown'),
    ],
  }),
  device('DevicePci', ['PCI device', 'PCI devices'], {
    additionalFields: [
      { name: 'manufacturers_id', label: 'Manufacturer', type: 'dropdownValue' },
      {
        name: 'none',
        label:
          "Registered IDs (issued by PCI-SIG)&nbsp;<script type='text/javascript'>var nbregisteredids=2; </script><span id='addregisteredidbutton' class='fa fa-plus pointer' title=\"Add\"\" onClick=\"var row = $('#add_registeredid_to_DevicePci_0');\n                             row.append('<br><select name=\\'_registeredID_type[-'+nbregisteredids+']\\'><option value=\\'\\'>-----</option><option value=\\'PCI\\'>PCI</option><option value=\\'USB\\'>USB</option></select> : <input type=\\'text\\' size=\\'30\\' name=\\'_registeredID[-'+nbregisteredids+']\\'>');\n                            nbregisteredids++;\"\n               ><span class='sr-only'>Add</span></span>",
        type: 'registeredIDChooser',
      },
      { name: 'devicepcimodels_id', label: 'Model', type: 'dropdownValue' },
    ],
    options: [of('glpi_devicepcimodels', 17, 'Model', 'name', 'dropdown')],
  }),
  device('DevicePowerSupply', ['Power supply', 'Power supplies'], {
    additionalFields: [
      { name: 'manufacturers_id', label: 'Manufacturer', type: 'dropdownValue' },
      { name: 'is_atx', label: 'ATX', type: 'bool' },
      { name: 'power', label: 'Power', type: 'text' },
      { name: 'devicepowersupplymodels_id', label: 'Model', type: 'dropdownValue' },
    ],
    options: [
      own(11, 'ATX', 'is_atx', 'bool'),
      own(12, 'Power', 'power', 'string'),
      of('glpi_devicepowersupplymodels', 13, 'Model', 'name', 'dropdown'),
    ],
  }),
  device('DeviceProcessor', ['Processor', 'Processors'], {
    additionalFields: [
      { name: 'manufacturers_id', label: 'Manufacturer', type: 'dropdownValue' },
      { name: 'frequency_default', label: 'Frequency by default (MHz)', type: 'integer' },
      { name: 'frequence', label: 'Frequency (MHz)', type: 'integer' },
      { name: 'nbcores_default', label: 'Number of cores', type: 'integer' },
      { name: 'nbthreads_default', label: 'Number of threads', type: 'integer' },
      { name: 'deviceprocessormodels_id', label: 'Model', type: 'dropdownValue' },
    ],
    options: [
      own(11, composed('%1$s (%2$s)', 'Frequency by default', 'MHz'), 'frequency_default', 'integer'),
      own(12, composed('%1$s (%2$s)', 'Frequency', 'MHz'), 'frequence', 'integer'),
      own(13, 'Number of cores', 'nbcores_default', 'integer'),
      own(14, 'Number of threads', 'nbthreads_default', 'integer'),
      of('glpi_deviceprocessormodels', 15, 'Model', 'name', 'dropdown'),
    ],
  }),
  device('DeviceSensor', ['Sensor', 'Sensors'], {
    flags: [located],
    additionalFields: [
      { name: 'manufacturers_id', label: 'Manufacturer', type: 'dropdownValue' },
      { name: 'devicesensortypes_id', label: 'Type', type: 'dropdownValue' },
    ],
    options: [of('glpi_devicesensortypes', 12, 'Type', 'name', 'dropdown')],
  }),
  device('DeviceSimcard', ['Simcard', 'Simcards'], {
    additionalFields: [
      { name: 'manufacturers_id', label: 'Manufacturer', type: 'dropdownValue' },
      { name: 'devicesimcardtypes_id', label: 'Type', type: 'dropdownValue' },
      { name: 'voltage', label: 'Voltage', type: 'integer' },
      { name: 'allow_voip', label: 'Allow VOIP', type: 'bool' },
    ],
    options: [
      own(12, 'Voltage', 'voltage', 'integer'),
      of('glpi_devicesimcardtypes', 13, 'Type', 'name', 'dropdown'),
      own(14, 'Allow VOIP', 'allow_voip', 'bool'),
    ],
  }),
  device('DeviceSoundCard', ['Soundcard', 'Soundcards'], {
    additionalFields: [
      { name: 'manufacturers_id', label: 'Manufacturer', type: 'dropdownValue' },
      { name: 'type', label: 'Type', type: 'text' },
      {
        name: 'none',
        label:
          "Registered IDs (issued by PCI-SIG)&nbsp;<script type='text/javascript'>var nbregisteredids=2; </script><span id='addregisteredidbutton' class='fa fa-plus pointer' title=\"Add\"\" onClick=\"var row = $('#add_registeredid_to_DeviceSoundCard_0');\n                             row.append('<br><select name=\\'_registeredID_type[-'+nbregisteredids+']\\'><option value=\\'\\'>-----</option><option value=\\'PCI\\'>PCI</option><option value=\\'USB\\'>USB</option></select> : <input type=\\'text\\' size=\\'30\\' name=\\'_registeredID[-'+nbregisteredids+']\\'>');\n                            nbregisteredids++;\"\n               ><span class='sr-only'>Add</span></span>",
        type: 'registeredIDChooser',
      },
      { name: 'devicesoundcardmodels_id', label: 'Model', type: 'dropdownValue' },
    ],
    options: [own(12, 'Type', 'type', 'string'), of('glpi_devicesoundcardmodels', 13, 'Model', 'name', 'dropdown')],
  }),
];
