import type { Site } from './site.ts';

/** Data centre, rooms, racks and what is mounted in them; clusters, appliances, databases. */
export async function buildDatacenter(site: Site): Promise<void> {
  const timber = { entities_id: site.id('Entity', 'Holm Timber'), is_recursive: 1 };
  const place = { ...timber, locations_id: site.id('Location', 'Server room') };
  const centre = await site.add('Datacenter', { name: 'Cellar', ...place });
  const room = await site.add('DCRoom', { name: 'Room 1', datacenters_id: centre, vis_cols: 8, vis_rows: 6, ...place });
  const rack = await site.add('Rack', {
    name: 'Rack A',
    ...place,
    rackmodels_id: site.id('RackModel', 'Cabinet 42'),
    racktypes_id: site.id('RackType', 'Closed'),
    dcrooms_id: room,
    number_units: 42,
    position: '2,3',
    room_orientation: 1,
  });
  await site.add('Enclosure', { name: 'Blades', ...place, enclosuremodels_id: site.id('EnclosureModel', 'Blade 16') });
  await site.add('PDU', {
    name: 'Power left',
    ...place,
    pdumodels_id: site.id('PDUModel', 'Bar 8'),
    pdutypes_id: site.id('PDUType', 'Switched'),
  });
  await site.add('PassiveDCEquipment', {
    name: 'Panel 1',
    ...place,
    passivedcequipmenttypes_id: site.id('PassiveDCEquipmentType', 'Patch panel'),
  });
  await site.addAll('Item_Rack', [
    { racks_id: rack, ...site.item('Computer', 'srv-files'), position: 10, orientation: 0, hpos: 0 },
    {
      racks_id: rack,
      ...site.item('NetworkEquipment', 'switch-1'),
      position: 20,
      orientation: 1,
      hpos: 0,
      bgcolor: '#00ff00',
    },
    { racks_id: rack, ...site.item('Enclosure', 'Blades'), position: 30, orientation: 0, hpos: 0 },
  ]);
  await site.add('Item_Enclosure', {
    enclosures_id: site.id('Enclosure', 'Blades'),
    ...site.item('Computer', 'srv-virtual'),
    position: 3,
  });
  await site.add('PDU_Rack', {
    pdus_id: site.id('PDU', 'Power left'),
    racks_id: rack,
    side: 1,
    position: 1,
    bgcolor: '#ff0000',
  });
  await site.add('Pdu_Plug', {
    pdus_id: site.id('PDU', 'Power left'),
    plugs_id: site.id('Plug', 'C13'),
    number_plugs: 8,
  });
  const cluster = await site.add('Cluster', {
    name: 'Files cluster',
    ...timber,
    clustertypes_id: site.id('ClusterType', 'Failover'),
    version: '2',
  });
  await site.add('Item_Cluster', { clusters_id: cluster, ...site.item('Computer', 'srv-files') });
  const appliance = await site.add('Appliance', {
    name: 'Order book',
    ...timber,
    appliancetypes_id: site.id('ApplianceType', 'Business'),
    applianceenvironments_id: site.id('ApplianceEnvironment', 'Production'),
    is_helpdesk_visible: 1,
  });
  const [part] = await site.addAll('Appliance_Item', [
    { appliances_id: appliance, ...site.item('Computer', 'srv-virtual') },
    { appliances_id: appliance, ...site.item('Software', 'Saw planner') },
  ]);
  await site.add('Appliance_Item_Relation', { appliances_items_id: part, ...site.item('Location', 'Server room') });
  const instance = await site.add('DatabaseInstance', {
    name: 'orders-db',
    ...timber,
    ...site.item('Computer', 'srv-virtual'),
    databaseinstancetypes_id: site.id('DatabaseInstanceType', 'MariaDB'),
    databaseinstancecategories_id: site.id('DatabaseInstanceCategory', 'Productive'),
    version: '11.4',
    port: '3306',
    is_active: 1,
  });
  await site.addAll('Database', [
    { name: 'orders', databaseinstances_id: instance, size: 2048, is_active: 1, is_onbackup: 1 },
    { name: 'archive', databaseinstances_id: instance, size: 100 },
  ]);
}
