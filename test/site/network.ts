import type { Site } from './site.ts';

/** Networks, ports of every kind with names and addresses, sockets and cables. */
export async function buildNetwork(site: Site): Promise<void> {
  const timber = { entities_id: site.id('Entity', 'Holm Timber'), is_recursive: 1 };
  await site.add('FQDN', { name: 'Holm', fqdn: 'holm.test', ...timber });
  await site.addAll('Vlan', [
    { name: 'Office', tag: 10, ...timber },
    { name: 'Saw', tag: 20, ...timber },
  ]);
  await site.add('WifiNetwork', { name: 'Air', essid: 'holm-air', mode: 'managed', ...timber });
  await site.add('IPNetwork', { name: 'All', network: '10.7.0.0/16', gateway: '10.7.0.1', addressable: 0, ...timber });
  await site.add('IPNetwork', {
    name: 'Servers',
    network: '10.7.1.0/24',
    gateway: '10.7.1.1',
    addressable: 1,
    ...timber,
  });
  await site.add('IPNetwork', { name: 'Six', network: '2001:db8:7::/48', addressable: 1, ...timber });
  await site.add('IPNetwork_Vlan', {
    ipnetworks_id: site.id('IPNetwork', 'Servers'),
    vlans_id: site.id('Vlan', 'Office'),
  });

  const port = (on: [string, string], name: string, number: number, type = 'NetworkPortEthernet', more = {}) =>
    site.add('NetworkPort', {
      ...site.item(...on),
      name,
      logical_number: number,
      instantiation_type: type,
      mac: `02:00:5e:20:00:${String(10 + (site.built.length % 80))}`,
      ...more,
    });
  const office = await port(['Computer', 'pc-ylva'], 'eth0', 1, 'NetworkPortEthernet', {
    _create_children: 1,
    NetworkName_name: 'pc-ylva',
    NetworkName_fqdns_id: site.id('FQDN', 'Holm'),
    NetworkName__ipaddresses: { '-1': '10.7.2.5' },
    type: 'T',
    speed: 1000,
  });
  const server = await port(['Computer', 'srv-files'], 'srv0', 1);
  const name = await site.add('NetworkName', {
    itemtype: 'NetworkPort',
    items_id: server,
    name: 'files',
    fqdns_id: site.id('FQDN', 'Holm'),
    _ipaddresses: { '-1': '10.7.1.20', '-2': '2001:db8:7::20' },
  });
  await site.add('NetworkAlias', { networknames_id: name, name: 'backup', fqdns_id: site.id('FQDN', 'Holm') });
  await site.add('IPAddress', { itemtype: 'NetworkName', items_id: name, name: '10.7.1.21' });
  const switches = [];
  for (let n = 1; n <= 6; n++) switches.push(await port(['NetworkEquipment', 'switch-1'], `ge-${n}`, n));
  await site.addAll('NetworkPort_NetworkPort', [
    { networkports_id_1: office, networkports_id_2: switches[0] },
    { networkports_id_1: server, networkports_id_2: switches[1] },
  ]);
  await site.addAll('NetworkPort_Vlan', [
    { networkports_id: switches[0], vlans_id: site.id('Vlan', 'Office'), tagged: 0 },
    { networkports_id: switches[1], vlans_id: site.id('Vlan', 'Saw'), tagged: 1 },
  ]);
  await site.add('NetworkPortEthernet', { networkports_id: server, type: 'T', speed: 2500 });
  const air = await port(['NetworkEquipment', 'air-1'], 'wlan0', 1, 'NetworkPortWifi');
  await site.add('NetworkPortWifi', {
    networkports_id: air,
    wifinetworks_id: site.id('WifiNetwork', 'Air'),
    version: 'n',
    mode: 'master',
  });
  const local = await port(['Computer', 'srv-files'], 'lo', 9, 'NetworkPortLocal');
  await site.add('NetworkPortLocal', { networkports_id: local });
  const dial = await port(['Phone', 'desk-100'], 'isdn', 1, 'NetworkPortDialup');
  await site.add('NetworkPortDialup', { networkports_id: dial });
  const fibre = await port(['Computer', 'srv-virtual'], 'fc0', 1, 'NetworkPortFiberchannel');
  await site.add('NetworkPortFiberchannel', {
    networkports_id: fibre,
    networkportfiberchanneltypes_id: site.id('NetworkPortFiberChannelType', 'Longwave'),
    wwn: '50:01:43:80:11:22:33:44',
    speed: 8000,
  });
  const alias = await port(['Computer', 'srv-files'], 'srv0.20', 2, 'NetworkPortAlias');
  await site.add('NetworkPortAlias', { networkports_id: alias, networkports_id_alias: server });
  const bond = await port(['Computer', 'srv-files'], 'bond0', 3, 'NetworkPortAggregate');
  await site.add('NetworkPortAggregate', { networkports_id: bond, networkports_id_list: [server] });
  await site.add('NetworkPortMetrics', {
    networkports_id: switches[0],
    date: '2026-03-01',
    ifinbytes: 7,
    ifoutbytes: 9,
  });

  const model = site.id('Glpi\\SocketModel', 'RJ45');
  const socket = (label: string, position: number, more = {}) =>
    site.add('Glpi\\Socket', {
      name: label,
      position,
      locations_id: site.id('Location', 'Server room'),
      socketmodels_id: model,
      wiring_side: 1,
      ...more,
    });
  const near = await socket('A-01', 1, { ...site.item('NetworkEquipment', 'switch-1'), networkports_id: switches[2] });
  const far = await socket('A-02', 2, { ...site.item('Computer', 'srv-virtual') });
  await site.add('Cable', {
    name: 'Blue 1',
    ...timber,
    color: '#0000ff',
    cabletypes_id: site.id('CableType', 'Cat 6A'),
    cablestrands_id: site.id('CableStrand', 'OM4'),
    itemtype_endpoint_a: 'NetworkEquipment',
    items_id_endpoint_a: site.id('NetworkEquipment', 'switch-1'),
    socketmodels_id_endpoint_a: model,
    sockets_id_endpoint_a: near,
    itemtype_endpoint_b: 'Computer',
    items_id_endpoint_b: site.id('Computer', 'srv-virtual'),
    socketmodels_id_endpoint_b: model,
    sockets_id_endpoint_b: far,
  });
}
