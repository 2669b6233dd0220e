/** Cartridges and consumables. */

import { inChargeOptions } from '../parts/asset-options.ts';
import { also, counted, fixed, grouped, unsearchable, unsortable } from '../parts/attributes.ts';
import { commentOption, fixedEntityOption, idOption, itemBase, manufacturerOption } from '../parts/base-options.ts';
import { cartridgeUseOptions } from '../parts/cartridge-options.ts';
import type { Declaration } from '../parts/facts.ts';
import { entityAssigned, formless, historized, inEntities, not, trashable, withNotepad } from '../parts/flags.ts';
import { children, join, through, where } from '../parts/joins.ts';
import { assetType, child, item, relation } from '../parts/kinds.ts';
import { typeName } from '../parts/labels.ts';
import { childOf, noCheck, owner, side } from '../parts/links.ts';
import { locationOptions } from '../parts/location-options.ts';
import { notepadOptions } from '../parts/notepad-options.ts';
import { of, own } from '../parts/option.ts';
import { notes, standardRights, trash } from '../parts/rights.ts';
import { clonable, withImages } from '../parts/traits.ts';

export const supplies: readonly Declaration[] = [
  relation('Cartridge', ['Cartridge', 'Cartridges'], {
    right: 'cartridge',
    nameField: 'id',
    flags: [entityAssigned, historized],
    forwardEntityTo: ['Infocom'],
    cloneRelations: ['Infocom'],
    relation: [owner('CartridgeItem'), side('Printer', { mustBeAttached: false })],
    rights: { ...standardRights, ...trash, ...notes },
    base: itemBase,
    options: [
      idOption,
      of('glpi_cartridgeitems', 3, typeName('Cartridge model', 'Cartridge models'), 'id', 'text', fixed),
      of('glpi_printers', 4, typeName('Printer', 'Printers'), 'id', 'text', fixed),
    ],
  }),
  item('CartridgeItem', ['Cartridge model', 'Cartridge models'], {
    right: 'cartridge',
    traits: [withImages],
    flags: [inEntities, trashable, historized, withNotepad],
    forwardEntityTo: ['Cartridge', 'Infocom'],
    emptyValues: { alarm_threshold: 10 },
    stock: 'Cartridge',
    options: [
      idOption,
      own(34, 'Reference', 'ref', 'string'),
      of('glpi_cartridgeitemtypes', 4, 'Type', 'name', 'dropdown'),
      manufacturerOption,
      own(9, 'Cartridges', '_virtual', 'specific', fixed, unsearchable, unsortable, also('alarm_threshold')),
      ...cartridgeUseOptions,
      of(
        'glpi_cartridges',
        19,
        'Number of new cartridges',
        'id',
        'count',
        counted,
        join(children, where({ date_use: null, date_out: null })),
      ),
      ...locationOptions,
      ...inChargeOptions,
      own(8, 'Alert threshold', 'alarm_threshold', 'number', { toadd: { '-1': 'Never' } }),
      commentOption,
      fixedEntityOption,
      of(
        'glpi_printermodels',
        40,
        'Printer models',
        'name',
        'dropdown',
        fixed,
        grouped,
        join(through('glpi_cartridgeitems_printermodels', children)),
      ),
      ...notepadOptions,
    ],
  }),
  assetType('CartridgeItemType', ['Cartridge type', 'Cartridge types']),
  relation('CartridgeItem_PrinterModel', ['General', 'General'], {
    relation: [owner('CartridgeItem'), side('PrinterModel', { check: noCheck })],
  }),
  child('Consumable', ['Consumable', 'Consumables'], {
    right: 'consumable',
    nameField: 'id',
    flags: [inEntities, formless, not(historized)],
    forwardEntityTo: ['Infocom'],
    cloneRelations: ['Infocom'],
    child: childOf('ConsumableItem'),
    rights: { ...standardRights, ...trash, ...notes },
    lacks: ['is_recursive'],
  }),
  item('ConsumableItem', ['Consumable model', 'Consumable models'], {
    right: 'consumable',
    traits: [withImages, clonable],
    flags: [inEntities, trashable, historized, withNotepad],
    forwardEntityTo: ['Consumable', 'Infocom'],
    emptyValues: { alarm_threshold: 10 },
    stock: 'Consumable',
    options: [
      idOption,
      own(34, 'Reference', 'ref', 'string'),
      own(6, 'Inventory number', 'otherserial', 'string'),
      of('glpi_consumableitemtypes', 4, 'Type', 'name', 'dropdown'),
      manufacturerOption,
      own(9, 'Consumables', '_virtual', 'specific', fixed, unsearchable, unsortable, also('alarm_threshold')),
      of(
        'glpi_consumables',
        17,
        'Number of used consumables',
        'id',
        'count',
        counted,
        join(children, where({ NOT: { 'NEWTABLE.date_out': null } })),
      ),
      of(
        'glpi_consumables',
        19,
        'Number of new consumables',
        'id',
        'count',
        counted,
        join(children, where({ date_out: null })),
      ),
      ...locationOptions,
      ...inChargeOptions,
      own(8, 'Alert threshold', 'alarm_threshold', 'number', { toadd: { '-1': 'Never' } }),
      commentOption,
      fixedEntityOption,
      ...notepadOptions,
    ],
  }),
  assetType('ConsumableItemType', ['Consumable type', 'Consumable types']),
];
