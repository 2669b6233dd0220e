// biome-ignore-all format: the rows are packed, so that they are seen at a glance
import type { Rows } from '../rows.ts';

/** Templates, calendar and transfer that entities refer to from the start. */
export const assistanceRows: Rows[] = [
  {
    table: 'glpi_tickettemplates',
    columns: 'name, is_recursive',
    rows: [
      ['Default', 1],
    ],
  },
  {
    table: 'glpi_tickettemplatemandatoryfields',
    columns: 'tickettemplates_id, num',
    rows: [
      [1, 21],
    ],
  },
  {
    table: 'glpi_changetemplates',
    columns: 'name, is_recursive',
    rows: [
      ['Default', 1],
    ],
  },
  {
    table: 'glpi_changetemplatemandatoryfields',
    columns: 'changetemplates_id, num',
    rows: [
      [1, 21],
    ],
  },
  {
    table: 'glpi_problemtemplates',
    columns: 'name, is_recursive',
    rows: [
      ['Default', 1],
    ],
  },
  {
    table: 'glpi_problemtemplatemandatoryfields',
    columns: 'problemtemplates_id, num',
    rows: [
      [1, 21],
    ],
  },
  {
    table: 'glpi_calendars',
    columns: 'name, is_recursive, cache_duration',
    rows: [
      ['Default', 1, '[0,43200,43200,43200,43200,43200,0]'],
    ],
  },
  {
    table: 'glpi_calendarsegments',
    columns: 'calendars_id, day, begin, end',
    rows: [
      [1, 1, '08:00:00', '20:00:00'], [1, 2, '08:00:00', '20:00:00'], [1, 3, '08:00:00', '20:00:00'],
      [1, 4, '08:00:00', '20:00:00'], [1, 5, '08:00:00', '20:00:00'],
    ],
  },
  {
    table: 'glpi_transfers',
    columns: 'name, keep_ticket, keep_networklink, keep_reservation, keep_history, keep_device, keep_infocom, keep_dc_monitor, clean_dc_monitor, keep_dc_phone, clean_dc_phone, keep_dc_peripheral, clean_dc_peripheral, keep_dc_printer, clean_dc_printer, keep_supplier, clean_supplier, keep_contact, clean_contact, keep_contract, clean_contract, keep_software, clean_software, keep_document, clean_document, keep_cartridgeitem, clean_cartridgeitem, keep_cartridge, keep_consumable, keep_disk, keep_certificate, clean_certificate',
    rows: [
      ['complete', 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    ],
  },
  {
    table: 'glpi_softwarecategories',
    columns: 'name, completename, level',
    rows: [
      ['Inventoried', 'Inventoried', 1],
    ],
  },
];
