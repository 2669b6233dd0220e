/** Search options about the certificates of an item. */
import { fixed, grouped } from './attributes.ts';
import { itemtypeItem, join, joined, through } from './joins.ts';
import { type EntryDeclaration, heading, of } from './option.ts';

const viaCertificatesItems = join(
  through('glpi_certificates_items', joined(itemtypeItem, { specific_itemtype: null })),
);

/** The certificates linked to an item. */
export const certificateOptions: readonly EntryDeclaration[] = [
  heading('certificate', 'Certificates'),
  of('glpi_certificates', 1300, 'Name', 'name', 'itemlink', fixed, grouped, viaCertificatesItems),
  of('glpi_certificates', 1301, 'Serial number', 'serial', 'string', fixed, grouped, viaCertificatesItems),
  of('glpi_certificates', 1302, 'Inventory number', 'otherserial', 'string', fixed, grouped, viaCertificatesItems),
  of(
    'glpi_certificatetypes',
    1304,
    'Type',
    'name',
    'dropdown',
    fixed,
    grouped,
    join(
      through(
        'glpi_certificates',
        through('glpi_certificates_items', joined(itemtypeItem, { specific_itemtype: null })),
      ),
    ),
  ),
  of('glpi_certificates', 1305, 'Comments', 'comment', 'text', fixed, grouped, viaCertificatesItems),
  of(
    'glpi_certificates',
    1306,
    'Expiration',
    'date_expiration',
    'date',
    fixed,
    grouped,
    { emptylabel: 'Never expire' },
    viaCertificatesItems,
  ),
];
