/** The assets of all kinds as one type of searches (search 21.1). It isn't an itemtype: nothing else knows it. */
import { compile } from './compile.ts';
import type { Itemtype } from './model.ts';
import { alternateUserOptions } from './parts/asset-options.ts';
import { by } from './parts/attributes.ts';
import { commentOption, entityOption, noBase, updateDateOption } from './parts/base-options.ts';
import { contractOptions } from './parts/contract-options.ts';
import { infocomOptions } from './parts/infocom-options.ts';
import { item } from './parts/kinds.ts';
import { applianceOptions, documentOptions } from './parts/list-options.ts';
import { locationOptions } from './parts/location-options.ts';
import { networkOptions } from './parts/network-options.ts';
import { heading, of, own } from './parts/option.ts';

const containsOnly = { searchtype: 'contains' };
const inCharge = { condition: { is_assign: 1 } };

/** Its table stands for that of each member of `asset_types`. */
export const allAssets: Itemtype = compile(
  item('AllAssets', ['Global', 'Global'], {
    table: 'asset_types',
    base: noBase,
    options: [
      heading('common', 'Characteristics', { plain: true }),
      own(1, 'Name', 'name', 'itemlink', containsOnly),
      own(2, 'ID', 'id', '', containsOnly),
      of('glpi_states', 31, 'Status', 'completename', ''),
      ...locationOptions,
      own(5, 'Serial number', 'serial', ''),
      own(6, 'Inventory number', 'otherserial', ''),
      commentOption,
      of('glpi_users', 70, 'User', 'name', ''),
      ...alternateUserOptions,
      of('glpi_groups', 71, 'Group', 'completename', ''),
      updateDateOption,
      of('glpi_manufacturers', 23, 'Manufacturer', 'name', ''),
      of('glpi_users', 24, 'Technician in charge', 'name', '', by('users_id_tech'), inCharge),
      of('glpi_groups', 49, 'Group in charge', 'completename', 'dropdown', by('groups_id_tech'), inCharge),
      { ...entityOption, attributes: {} },
      ...networkOptions,
      ...contractOptions,
      ...documentOptions,
      ...infocomOptions,
      ...applianceOptions,
    ],
  }),
  new Map(),
);
