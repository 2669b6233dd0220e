/** Search options about what is built into an asset. */

import type { JoinParams } from '../model.ts';
import { computed, counted, fixed, grouped, unlinked } from './attributes.ts';
import { itemtypeItem, join, joined, through } from './joins.ts';
import { composed } from './labels.ts';
import { type EntryDeclaration, heading, of } from './option.ts';

type Component =
  | 'motherboard'
  | 'firmware'
  | 'processor'
  | 'memory'
  | 'hardDrive'
  | 'networkCard'
  | 'graphicCard'
  | 'soundCard'
  | 'powerSupply';

/**
 * The heading of the components and the options of some of them (search 4.2), in the order in which they are named.
 *
 * @param itemtype the asset's class, whose rows of the links are meant
 * @param components the kinds of component that the class shows
 */
export function componentOptions(itemtype: string, components: readonly Component[]): readonly EntryDeclaration[] {
  const ofTheAsset = joined(itemtypeItem, { specific_itemtype: itemtype });
  return [
    heading('devices', 'Components'),
    ...components.flatMap((component) => optionsOf[component](join(ofTheAsset), over(ofTheAsset))),
  ];
}

/** The options of the firmware as a dropdown that shows its version, under the class's own number and label. */
export function firmwareVersionOption(itemtype: string, id: number): EntryDeclaration {
  const overLink = over(joined(itemtypeItem, { specific_itemtype: itemtype }));
  return of('glpi_devicefirmwares', id, 'Firmware', 'version', 'dropdown', counted, overLink('firmwares'));
}

type Link = ReturnType<typeof join>;
type OverLink = (devices: string) => Link;

function over(ofTheAsset: JoinParams): OverLink {
  return (devices) => join(through(`glpi_items_device${devices}`, ofTheAsset));
}

const ofTheFirmware = join(through('glpi_devicefirmwares', through('glpi_items_devicefirmwares', itemtypeItem)));

const optionsOf: Readonly<Record<Component, (link: Link, overLink: OverLink) => readonly EntryDeclaration[]>> = {
  motherboard: (_link, overLink) => [
    of(
      'glpi_devicemotherboards',
      14,
      'System board',
      'designation',
      'string',
      fixed,
      grouped,
      overLink('motherboards'),
    ),
  ],
  firmware: (link, overLink) => [
    of('glpi_devicefirmwares', 1313, 'Firmware', 'designation', 'string', counted, overLink('firmwares')),
    of('glpi_devicefirmwares', 1314, ofFirmware('Version'), 'version', 'string', counted, overLink('firmwares')),
    of('glpi_devicefirmwaretypes', 1315, ofFirmware('Type'), 'name', 'dropdown', fixed, ofTheFirmware),
    of('glpi_devicefirmwaremodels', 1316, ofFirmware('Model'), 'name', 'dropdown', fixed, ofTheFirmware),
    of('glpi_manufacturers', 1317, ofFirmware('Manufacturer'), 'name', 'dropdown', fixed, ofTheFirmware),
    of('glpi_items_devicefirmwares', 1318, ofFirmware('Serial Number'), 'serial', 'string', counted, link),
    of('glpi_items_devicefirmwares', 1319, ofFirmware('Inventory number'), 'otherserial', 'string', counted, link),
  ],
  processor: (link, overLink) => [
    of('glpi_deviceprocessors', 17, 'Processor', 'designation', 'string', counted, overLink('processors')),
    of(
      'glpi_items_deviceprocessors',
      18,
      'processor: number of cores',
      'nbcores',
      'number',
      counted,
      unlinked,
      computed('sumPerJoin', 'nbcores'),
      link,
    ),
    of(
      'glpi_items_deviceprocessors',
      34,
      'processor: number of threads',
      'nbthreads',
      'number',
      counted,
      unlinked,
      computed('sumPerJoin', 'nbthreads'),
      link,
    ),
    of(
      'glpi_items_deviceprocessors',
      35,
      'Processors number',
      'id',
      'number',
      counted,
      unlinked,
      computed('countOnce'),
      link,
    ),
    of(
      'glpi_items_deviceprocessors',
      36,
      composed('%1$s (%2$s)', 'Processor frequency', 'MHz'),
      'frequency',
      'number',
      counted,
      unlinked,
      computed('average', 'frequency'),
      { unit: 'MHz', width: 100 },
      link,
    ),
  ],
  memory: (link, overLink) => [
    of('glpi_devicememories', 110, 'Memory type', 'designation', 'string', counted, overLink('memories')),
    of(
      'glpi_items_devicememories',
      111,
      'Memory',
      'size',
      'mio',
      counted,
      unlinked,
      computed('sumOnce', 'size', 'two lines'),
      { unit: 'auto', width: 100 },
      link,
    ),
  ],
  hardDrive: (link, overLink) => [
    of('glpi_deviceharddrives', 114, 'Hard drive type', 'designation', 'string', counted, overLink('harddrives')),
    of(
      'glpi_items_deviceharddrives',
      115,
      'Hard drive size',
      'capacity',
      'number',
      counted,
      unlinked,
      computed('sumOnce', 'capacity', 'two lines'),
      { unit: 'auto', width: 1000 },
      link,
    ),
  ],
  networkCard: (link, overLink) => [
    of(
      'glpi_devicenetworkcards',
      112,
      'Network interface',
      'designation',
      'string',
      fixed,
      grouped,
      overLink('networkcards'),
    ),
    of('glpi_items_devicenetworkcards', 113, 'MAC address', 'mac', 'string', fixed, grouped, link),
  ],
  graphicCard: (_link, overLink) => [
    of(
      'glpi_devicegraphiccards',
      13,
      'Graphics card',
      'designation',
      'string',
      fixed,
      grouped,
      overLink('graphiccards'),
    ),
  ],
  soundCard: (_link, overLink) => [
    of('glpi_devicesoundcards', 12, 'Soundcard', 'designation', 'string', fixed, grouped, overLink('soundcards')),
  ],
  powerSupply: (_link, overLink) => [
    of('glpi_devicepowersupplies', 39, 'Power supply', 'designation', 'string', counted, overLink('powersupplies')),
  ],
};

function ofFirmware(what: string) {
  return composed('%1$s: %2$s', 'Firmware', what);
}
