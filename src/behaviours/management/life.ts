import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import type { Behaviour } from '../behaviour.ts';
import { marked, me } from '../common/own-marks.ts';
import { requires } from '../common/required.ts';
import type { Behaviours } from '../registry.ts';
import { contractCostLife } from '../tools/project-life.ts';
import { documentLife } from './document-life.ts';

/** A domain that goes tells the items that it was of. */
const domainLife: Behaviour = {
  async beforePurge(w, _itemtype, { row }) {
    const links = typeNamed('Domain_Item')!;
    const rows: Row[] = await w.ctx.db.selectFrom(links.table).selectAll().where('domains_id', '=', row.id).execute();
    for (const link of rows) await w.delete(links, link, { force: true });
  },
};

const item = [
  ['itemtype', 'An item type is required'],
  ['items_id', 'An item is required'],
] as const;

/** Life-cycle of contracts, documents' links, domains, data centres and clusters. */
export const managementLife: Behaviours = {
  ContractCost: contractCostLife,
  Document: documentLife,
  Document_Item: marked({ users_id: me }),
  Domain: domainLife,
  DomainRecord: requires(['domains_id', 'A domain is required']),
  Item_Cluster: requires(...item, ['clusters_id', 'A cluster is required']),
  Item_Enclosure: requires(
    ...item,
    ['enclosures_id', 'An enclosure is required'],
    ['position', 'A position is required'],
  ),
  Item_Rack: requires(...item, ['racks_id', 'A rack is required'], ['position', 'A position is required']),
  PDU_Rack: requires(
    ['pdus_id', 'A pdu is required'],
    ['racks_id', 'A rack is required'],
    ['position', 'A position is required'],
    ['side', 'A side is required'],
  ),
  Appliance_Item: requires(...item, ['appliances_id', 'An appliance is required']),
  Appliance_Item_Relation: requires(...item, ['appliances_items_id', 'An appliance item is required']),
  DCRoom: requires(['vis_rows', 'Number of rows must be >= 1'], ['vis_cols', 'Number of columns must be >= 1']),
  SNMPCredential: requires(['snmpversion', 'You must select an SNMP version']),
  ManualLink: requires(['url', 'URL is required']),
};
