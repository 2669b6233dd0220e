/** Search options about the operating system of an asset. */
import { fixed, grouped } from './attributes.ts';
import { itemtypeItem, join, joined, through } from './joins.ts';
import { type EntryDeclaration, heading, of } from './option.ts';

/**
 * The operating system installed on an asset, its version, edition, kernel and licence (search 4.2).
 *
 * @param itemtype the asset's class, whose rows of the link are meant
 */
export function operatingSystemOptions(itemtype: string): readonly EntryDeclaration[] {
  const ofTheAsset = joined(itemtypeItem, { specific_itemtype: itemtype });
  const link = join(ofTheAsset);
  const overLink = join(through('glpi_items_operatingsystems', ofTheAsset));
  const overVersion = join(
    through('glpi_operatingsystemkernelversions', through('glpi_items_operatingsystems', ofTheAsset)),
  );
  return [
    heading('operatingsystem', 'Operating System'),
    of('glpi_operatingsystems', 45, 'Name', 'name', 'dropdown', fixed, grouped, overLink),
    of('glpi_operatingsystemversions', 46, 'Version', 'name', 'dropdown', fixed, grouped, overLink),
    of('glpi_operatingsystemservicepacks', 41, 'Service pack', 'name', 'dropdown', fixed, grouped, overLink),
    of('glpi_items_operatingsystems', 43, 'Serial number', 'license_number', 'string', fixed, grouped, link),
    of('glpi_items_operatingsystems', 44, 'Product ID', 'licenseid', 'string', fixed, grouped, link),
    of('glpi_items_operatingsystems', 66, 'Installation date', 'install_date', 'datetime', fixed, grouped, link),
    of('glpi_operatingsystemarchitectures', 61, 'Architecture', 'name', 'dropdown', fixed, grouped, overLink),
    of('glpi_operatingsystemkernels', 64, 'Kernel', 'name', 'dropdown', fixed, grouped, overVersion),
    of('glpi_operatingsystemkernelversions', 48, 'Kernel version', 'name', 'dropdown', fixed, grouped, overLink),
    of('glpi_operatingsystemeditions', 63, 'Edition', 'name', 'dropdown', fixed, grouped, overLink),
  ];
}
