import type { Asset, AssetWorld } from './assets.ts';
import { day } from './demo-site.ts';

/** Adds software with versions, installations and licences; suppliers, contacts, contracts, a budget and infocoms. */
export function addManagement(world: AssetWorld, assets: Asset[]): void {
  addSoftware(world, assets);
  const { site, entities } = world;
  const everywhere = { entities_id: 0, is_recursive: 1 };
  const suppliers = ['Bits & Parcels', 'Clearwater Leasing', 'Northam Electronics'].map((name) =>
    site.addItem('Supplier', 'glpi_suppliers', {
      ...everywhere,
      name: name.replace('&', '&#38;'),
      is_active: 1,
      email: 'orders@supplier.example',
      town: 'Port Ellis',
    }),
  );
  const contact = site.addItem('Contact', 'glpi_contacts', {
    ...everywhere,
    name: 'Weaver',
    firstname: 'Tom',
    email: 'tom@supplier.example',
  });
  site.add('glpi_contacts_suppliers', { suppliers_id: suppliers[0]!, contacts_id: contact });
  const budget = site.addItem('Budget', 'glpi_budgets', {
    ...everywhere,
    name: 'Equipment 2026',
    begin_date: day(0),
    end_date: day(360),
    value: '60000.0000',
  });
  const types = site.dropdown('glpi_contracttypes', ['Maintenance', 'Leasing']);
  const contracts = [
    {
      name: 'Printers: maintenance',
      num: 'M-2026-1',
      contracttypes_id: types.Maintenance!,
      entities_id: entities['Harbour Foods']!,
    },
    { name: 'Laptops: leasing', num: 'L-2026-7', contracttypes_id: types.Leasing!, entities_id: 0 },
    { name: 'Switches: replacement in 4 h', num: 'M-2026-2', contracttypes_id: types.Maintenance!, entities_id: 0 },
  ].map((contract) =>
    site.addItem('Contract', 'glpi_contracts', {
      ...contract,
      is_recursive: 1,
      begin_date: day(0),
      duration: 36,
      notice: 3,
      alert: 4,
      renewal: 1,
    }),
  );
  for (const [index, contract] of contracts.entries()) {
    site.add('glpi_contracts_suppliers', { contracts_id: contract, suppliers_id: suppliers[index]! });
    site.add('glpi_contractcosts', {
      contracts_id: contract,
      name: 'Yearly',
      begin_date: day(0),
      end_date: day(360),
      cost: '1200.0000',
      budgets_id: budget,
      entities_id: 0,
      is_recursive: 1,
    });
  }
  for (const printer of assets.filter(({ itemtype }) => itemtype === 'Printer')) {
    site.add('glpi_contracts_items', { contracts_id: contracts[0]!, itemtype: 'Printer', items_id: printer.id });
  }
  for (const [index, asset] of assets.filter(({ itemtype }) => itemtype === 'Computer').entries()) {
    site.add('glpi_infocoms', {
      itemtype: 'Computer',
      items_id: asset.id,
      entities_id: asset.entity,
      buy_date: day(index % 30),
      use_date: day((index % 30) + 7),
      warranty_date: day((index % 30) + 7),
      warranty_duration: 36,
      suppliers_id: suppliers[index % 2]!,
      order_number: `PO-${1000 + (index >> 3)}`,
      immo_number: `FA-${asset.name}`,
      value: `${890 + (index % 6) * 55}.0000`,
      budgets_id: budget,
    });
  }
}

function addSoftware({ site, entities, places }: AssetWorld, assets: Asset[]): void {
  const everywhere = { entities_id: 0, is_recursive: 1 };
  const computers = assets.filter(({ itemtype }) => itemtype === 'Computer');
  const category = site.add('glpi_softwarecategories', {
    name: 'Office',
    completename: 'Office',
    level: 1,
    ancestors_cache: '[]',
  });
  const catalogue: [name: string, versions: string[], every: number][] = [
    ['LibreOffice', ['24.2', '24.8'], 1],
    ['Firefox ESR', ['128.5', '128.6'], 1],
    ['Ledger & Stock', ['5.1'], 4],
    ['Drawing board', ['2026'], 9],
  ];
  for (const [name, versions, every] of catalogue) {
    const software = site.addItem('Software', 'glpi_softwares', {
      ...everywhere,
      name: name.replace('&', '&#38;'),
      is_valid: 1,
      softwarecategories_id: category,
      manufacturers_id: every === 1 ? places.manufacturers['Opensource Guild']! : 0,
    });
    const ids = versions.map((version) =>
      site.add('glpi_softwareversions', { ...everywhere, softwares_id: software, name: version }),
    );
    for (const [index, computer] of computers.entries()) {
      if (index % every !== 0) continue;
      site.add('glpi_items_softwareversions', {
        itemtype: 'Computer',
        items_id: computer.id,
        entities_id: computer.entity,
        softwareversions_id: ids[index % ids.length]!,
        date_install: day(index % 40),
      });
    }
    if (every === 1) continue;
    site.addItem('SoftwareLicense', 'glpi_softwarelicenses', {
      entities_id: entities['Harbour Foods']!,
      is_recursive: 1,
      softwares_id: software,
      name: `${name.replace('&', '&#38;')} — 20 seats`,
      completename: `${name.replace('&', '&#38;')} — 20 seats`,
      level: 1,
      number: 20,
      serial: `LIC-${software}-2026`,
      expire: day(400),
      is_valid: 1,
      softwareversions_id_buy: ids[0]!,
    });
  }
}
