import type { Site } from './site.ts';

/** Suppliers, contacts, contracts, budgets, financial data, certificates, domains. */
export async function buildManagement(site: Site): Promise<void> {
  const timber = { entities_id: site.id('Entity', 'Holm Timber'), is_recursive: 1 };
  await site.addAll('Supplier', [
    {
      name: 'Tools & sons',
      ...timber,
      suppliertypes_id: site.id('SupplierType', 'Trader'),
      website: 'https://tools.test',
      email: 'sale@tools.test',
    },
    { name: 'Cloud traders', ...timber, town: 'Lund', is_active: 1 },
  ]);
  await site.add('Contact', {
    name: 'Berg',
    firstname: 'Ada',
    ...timber,
    contacttypes_id: site.id('ContactType', 'Sales person'),
    email: 'ada@tools.test',
    usertitles_id: site.id('UserTitle', 'Clerk'),
  });
  await site.add('Contact_Supplier', {
    contacts_id: site.id('Contact', 'Berg'),
    suppliers_id: site.id('Supplier', 'Tools & sons'),
  });
  const budget = await site.add('Budget', {
    name: 'Machines 2026',
    ...timber,
    budgettypes_id: site.id('BudgetType', 'Running'),
    value: '25000.50',
    begin_date: '2026-01-01',
    end_date: '2026-12-31',
  });
  const contract = await site.add('Contract', {
    name: 'Care of servers',
    num: 'C-1',
    ...timber,
    contracttypes_id: site.id('ContractType', 'Maintenance'),
    begin_date: '2026-01-01',
    duration: 36,
    notice: 3,
    periodicity: 12,
    renewal: 1,
    max_links_allowed: 5,
  });
  await site.add('Contract', { name: 'Lease', ...timber, is_template: 1, template_name: 'Lease of cars' });
  await site.add('ContractCost', {
    contracts_id: contract,
    name: 'Year 1',
    cost: '1200',
    begin_date: '2026-01-01',
    end_date: '2026-12-31',
    budgets_id: budget,
  });
  await site.add('Contract_Supplier', { contracts_id: contract, suppliers_id: site.id('Supplier', 'Tools & sons') });
  await site.addAll('Contract_Item', [
    { contracts_id: contract, ...site.item('Computer', 'pc-ylva') },
    { contracts_id: contract, ...site.item('Computer', 'srv-files') },
  ]);
  await site.addAll('Infocom', [
    {
      ...site.item('Computer', 'pc-ylva'),
      buy_date: '2025-01-15',
      use_date: '2025-02-01',
      warranty_duration: 36,
      warranty_info: 'On site',
      suppliers_id: site.id('Supplier', 'Tools & sons'),
      order_number: 'O-77',
      value: '1234.56',
      budgets_id: budget,
      businesscriticities_id: site.id('BusinessCriticity', 'Vital for the saw'),
    },
    { ...site.item('Monitor', 'screen-ylva'), value: '300', immo_number: 'I-2' },
    { ...site.item('Software', 'Saw planner'), value: '9000' },
  ]);
  const certificate = await site.add('Certificate', {
    name: 'holm.test',
    ...timber,
    certificatetypes_id: site.id('CertificateType', 'TLS'),
    dns_name: 'holm.test',
    date_expiration: '2027-03-01',
  });
  await site.add('Certificate_Item', { certificates_id: certificate, ...site.item('Computer', 'srv-files') });
  const domain = await site.add('Domain', {
    name: 'holm.test',
    ...timber,
    domaintypes_id: site.id('DomainType', 'Public'),
    date_expiration: '2030-01-01 00:00:00',
    is_active: 1,
  });
  await site.add('Domain_Item', { domains_id: domain, ...site.item('Computer', 'srv-files'), domainrelations_id: 2 });
  await site.addAll('DomainRecord', [
    { name: 'www', domains_id: domain, domainrecordtypes_id: 1, data: '10.7.1.20', ttl: 3600 },
    { name: '@', domains_id: domain, domainrecordtypes_id: 4, data: '10 mail.holm.test.', ttl: 600 },
  ]);
  await site.add('Link', { name: 'Ping page', link: 'https://ping.test/[NAME]', open_window: 1, ...timber });
  await site.add('Link_Itemtype', { links_id: site.id('Link', 'Ping page'), itemtype: 'Computer' });
}
