import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import { truthy } from '../../http/php-values.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour, Input } from '../behaviour.ts';
import { marked, me } from '../common/own-marks.ts';
import { keeps, requires, requiresAll } from '../common/required.ts';
import type { Behaviours } from '../registry.ts';
import { endsInTime } from '../tools/project-life.ts';
import { documentLife } from './document-life.ts';
import { rackItemLife, rackLife, rackModelLife, rackPowerLife } from './rack-life.ts';
import { webAddress } from './web-address.ts';

/** A domain that goes tells the items that it was of. */
const domainLife: Behaviour = {
  async beforePurge(w, _itemtype, { row }) {
    const links = typeNamed('Domain_Item')!;
    const rows: Row[] = await w.ctx.db.selectFrom(links.table).selectAll().where('domains_id', '=', row.id).execute();
    for (const link of rows) await w.delete(links, link, { force: true });
  },
};

/** Since version 3 somebody asks. */
const userOfVersion3: Behaviour = {
  prepareAdd: (w, _itemtype, input) => hasUser(w, input),
  prepareUpdate: (w, _itemtype, row, input) => hasUser(w, { ...row, ...input }),
};

function hasUser(w: Writing, { snmpversion, username }: Input): boolean {
  if (Number(snmpversion) !== 3 || truthy(username)) return true;
  w.messages.error(w.ctx.translate('You must enter a username'));
  return false;
}

const item = [
  ['itemtype', 'An item type is required'],
  ['items_id', 'An item is required'],
] as const;

/** Life-cycle of contracts, documents' links, domains, data centres and clusters. */
export const managementLife: Behaviours = {
  ContractCost: endsInTime,
  Document: documentLife,
  Document_Item: marked({ users_id: me }),
  Domain: domainLife,
  DomainRecord: requires(['domains_id', 'A domain is required']),
  Item_Cluster: requiresAll(...item, ['clusters_id', 'A cluster is required']),
  Item_Enclosure: requiresAll(
    ...item,
    ['enclosures_id', 'An enclosure is required'],
    ['position', 'A position is required'],
  ),
  Item_Rack: [
    rackItemLife,
    requiresAll(...item, ['racks_id', 'A rack is required'], ['position', 'A position is required']),
  ],
  PDU_Rack: [
    rackPowerLife,
    requiresAll(
      ['pdus_id', 'A pdu is required'],
      ['racks_id', 'A rack is required'],
      ['position', 'A position is required'],
      ['side', 'A side is required'],
    ),
  ],
  Rack: rackLife,
  CommonDCModelDropdown: rackModelLife,
  Appliance_Item: requiresAll(...item, ['appliances_id', 'An appliance is required']),
  Appliance_Item_Relation: requiresAll(...item, ['appliances_items_id', 'An appliance item is required']),
  DCRoom: keeps(['vis_rows', 'Number of rows must be >= 1'], ['vis_cols', 'Number of columns must be >= 1']),
  SNMPCredential: [userOfVersion3, keeps(['snmpversion', 'You must select an SNMP version'])],
  ManualLink: [webAddress('url', 'Invalid URL'), requires(['url', 'URL is required'])],
};
