import type { Site } from './site.ts';

/** Software with versions, installations and licences. */
export async function buildSoftware(site: Site): Promise<void> {
  const timber = { entities_id: site.id('Entity', 'Holm Timber'), is_recursive: 1 };
  await site.addAll('Software', [
    {
      name: 'Saw planner',
      ...timber,
      manufacturers_id: site.id('Manufacturer', 'Tall & Gran'),
      softwarecategories_id: site.id('SoftwareCategory', 'Writing & typesetting'),
      is_helpdesk_visible: 1,
    },
    { name: 'Ledger "5" & more', ...timber },
  ]);
  const planner = site.id('Software', 'Saw planner');
  const debian = site.id('OperatingSystem', 'Debian');
  await site.addAll('SoftwareVersion', [
    {
      name: '4.1',
      softwares_id: planner,
      operatingsystems_id: debian,
      states_id: site.id('State', 'Used'),
      arch: 'x86-64',
    },
    { name: '4.2', softwares_id: planner },
    { name: '5', softwares_id: site.id('Software', 'Ledger "5" & more') },
  ]);
  for (const name of ['pc-ylva', 'pc-greger', 'saw-1', 'saw-2']) {
    await site.add('Item_SoftwareVersion', {
      ...site.item('Computer', name),
      softwareversions_id: site.id('SoftwareVersion', name.startsWith('saw') ? '4.1' : '4.2'),
      date_install: '2025-05-06',
    });
  }
  const licence = await site.add('SoftwareLicense', {
    name: 'Planner for all',
    softwares_id: planner,
    ...timber,
    number: 10,
    serial: 'L-4711',
    softwarelicensetypes_id: site.id('SoftwareLicenseType', 'Yearly by seat'),
    softwareversions_id_buy: site.id('SoftwareVersion', '4.1'),
    expire: '2029-12-31',
  });
  await site.add('SoftwareLicense', {
    name: 'Planner of the saw hall',
    softwares_id: planner,
    ...timber,
    number: 2,
    softwarelicenses_id: licence,
  });
  await site.addAll('Item_SoftwareLicense', [
    { ...site.item('Computer', 'pc-ylva'), softwarelicenses_id: licence },
    { ...site.item('Computer', 'saw-1'), softwarelicenses_id: licence },
  ]);
}
