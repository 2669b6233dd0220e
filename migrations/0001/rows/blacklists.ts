// biome-ignore-all format: the rows are packed, so that they are seen at a glance
import type { Rows } from '../rows.ts';

/** Values that inventories report where there is none: types 1 IP, 2 MAC, 3 serial, 4 UUID, 6 model, 8 manufacturer. */
export const blacklistRows: Rows[] = [
  {
    table: 'glpi_blacklists',
    columns: 'type, name, value',
    rows: [
      [3, 'invalid serial', 'N/A'], [3, 'invalid serial', '(null string)'], [3, 'invalid serial', 'INVALID'],
      [3, 'invalid serial', 'SYS-1234567890'], [3, 'invalid serial', 'SYS-9876543210'],
      [3, 'invalid serial', 'SN-12345'], [3, 'invalid serial', 'SN-1234567890'], [3, 'invalid serial', '/^0+$/'],
      [3, 'invalid serial', '/^1+$/'], [3, 'invalid serial', '/\\d\\.\\d(\\.\\d)?/'],
      [3, 'invalid serial', '/^(0|1)+$/'], [3, 'invalid serial', '0123456789'], [3, 'invalid serial', '12345'],
      [3, 'invalid serial', '123456'], [3, 'invalid serial', '1234567'], [3, 'invalid serial', '12345678'],
      [3, 'invalid serial', '123456789'], [3, 'invalid serial', '1234567890'], [3, 'invalid serial', '123456789000'],
      [3, 'invalid serial', '12345678901234567'], [3, 'invalid serial', 'NNNNNNN'],
      [3, 'invalid serial', 'xxxxxxxxxxx'], [3, 'invalid serial', 'EVAL'], [3, 'invalid serial', 'IATPASS'],
      [3, 'invalid serial', 'none'], [3, 'invalid serial', 'To Be Filled By O.E.M.'],
      [3, 'invalid serial', 'Tulip Computers'], [3, 'invalid serial', 'Serial Number xxxxxx'],
      [3, 'invalid serial', 'SN-123456fvgv3i0b8o5n6n7k'], [3, 'invalid serial', 'Unknow'],
      [3, 'invalid serial', 'System Serial Number'], [3, 'invalid serial', 'MB-1234567890'],
      [3, 'invalid serial', 'empty'], [3, 'invalid serial', 'Not Specified'], [3, 'invalid serial', 'OEM_Serial'],
      [3, 'invalid serial', 'SystemSerialNumb'], [4, 'invalid UUID', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF'],
      [4, 'invalid UUID', '03000200-0400-0500-0006-000700080009'],
      [4, 'invalid UUID', '6AB5B300-538D-1014-9FB5-B0684D007B53'],
      [4, 'invalid UUID', '01010101-0101-0101-0101-010101010101'], [4, 'invalid UUID', '2'], [2, 'empty MAC', ''],
      [2, 'invalid MAC', '20:41:53:59:4e:ff'], [2, 'invalid MAC', '02:00:4e:43:50:49'],
      [2, 'invalid MAC', 'e2:e6:16:20:0a:35'], [2, 'invalid MAC', 'd2:0a:2d:a0:04:be'],
      [2, 'invalid MAC', '00:a0:c6:00:00:00'], [2, 'invalid MAC', 'd2:6b:25:2f:2c:e7'],
      [2, 'invalid MAC', '33:50:6f:45:30:30'], [2, 'invalid MAC', '0a:00:27:00:00:00'],
      [2, 'invalid MAC', '00:50:56:C0:00:01'], [2, 'invalid MAC', '00:50:56:C0:00:08'],
      [2, 'invalid MAC', '02:80:37:EC:02:00'], [2, 'invalid MAC', '50:50:54:50:30:30'],
      [2, 'invalid MAC', '24:b6:20:52:41:53'], [2, 'invalid MAC', '00:50:56:C0:00:02'],
      [2, 'invalid MAC', '/00:50:56:C0:[0-9a-f]+:[0-9a-f]+/i'], [2, 'invalid MAC', 'FE:FF:FF:FF:FF:FF'],
      [2, 'invalid MAC', '00:00:00:00:00:00'], [2, 'invalid MAC', '00:0b:ca:fe:00:00'], [6, 'Unknow', 'Unknow'],
      [6, 'To Be Filled By O.E.M.', 'To Be Filled By O.E.M.'], [6, '*', '*'],
      [6, 'System Product Name', 'System Product Name'], [6, 'Product Name', 'Product Name'],
      [6, 'System Name', 'System Name'], [6, 'All Series', 'All Series'],
      [8, 'System manufacturer', 'System manufacturer'], [1, 'empty IP', ''], [1, 'zero IP', '0.0.0.0'],
      [1, 'localhost', '127.0.0.1'], [1, 'IPV6 localhost', '::1'],
    ],
  },
];
