import type { AssetWorld } from './assets.ts';
import { encoded, moment } from './demo-site.ts';

/** Adds a knowledge base, projects with tasks, reminders and a saved search. */
export function addTools(world: AssetWorld): void {
  addKnowledge(world);
  addProjects(world);
  const { site, people } = world;
  const reminder = site.add('glpi_reminders', {
    uuid: '51b7e2c4-0000-4000-8000-000000000001',
    name: 'Backups: test a restore',
    text: encoded('<p>Every first Monday.</p>'),
    users_id: people.alice!.id,
    date: moment(3),
    state: 1,
  });
  site.add('glpi_entities_reminders', { reminders_id: reminder, entities_id: 0, is_recursive: 1 });
  site.add('glpi_savedsearches', {
    name: 'Laptops in stock',
    type: 1,
    itemtype: 'Computer',
    users_id: people.alice!.id,
    is_private: 0,
    entities_id: 0,
    is_recursive: 1,
    query: 'itemtype=Computer&criteria[0][field]=31&criteria[0][searchtype]=equals&criteria[0][value]=3',
  });
}

function addKnowledge({ site, people }: AssetWorld): void {
  const categories = site.tree(
    'glpi_knowbaseitemcategories',
    'knowbaseitemcategories_id',
    ['Printing', 'Remote work', 'Remote work > VPN'],
    { entities_id: 0, is_recursive: 1 },
  );
  const articles: [name: string, answer: string, category: string, isFaq: 0 | 1][] = [
    ['How to clear a paper jam', '<p>Open the rear door &amp; pull the paper <b>downwards</b>.</p>', 'Printing', 1],
    [
      'Working from home: the VPN',
      '<ol><li>Start the VPN</li><li>Enter the code of your phone</li></ol>',
      'Remote work > VPN',
      1,
    ],
    ['Replacing a toner (technicians)', '<p>Shake it <i>before</i> taking the seal off.</p>', 'Printing', 0],
  ];
  for (const [name, answer, category, isFaq] of articles) {
    const id = site.add('glpi_knowbaseitems', {
      name: encoded(name),
      answer: encoded(answer),
      is_faq: isFaq,
      users_id: people.clara!.id,
      view: 3,
    });
    site.add('glpi_knowbaseitems_knowbaseitemcategories', {
      knowbaseitems_id: id,
      knowbaseitemcategories_id: categories[category]!,
    });
    site.add('glpi_entities_knowbaseitems', { knowbaseitems_id: id, entities_id: 0, is_recursive: 1 });
  }
}

function addProjects({ site, entities, people }: AssetWorld): void {
  const project = (name: string, code: string, percent: number) =>
    site.addItem('Project', 'glpi_projects', {
      name: encoded(name),
      code,
      entities_id: entities['Harbour Foods']!,
      is_recursive: 1,
      projectstates_id: 2,
      users_id: people.clara!.id,
      date: moment(5),
      plan_start_date: moment(7),
      plan_end_date: moment(120),
      percent_done: percent,
      content: encoded('<p>Decided in January.</p>'),
    });
  const laptops = project('Laptops for sales & finance', 'LAP', 40);
  project('Warehouse network', 'WNET', 0);
  for (const [index, name] of ['Choose a model', 'Order', 'Roll out'].entries()) {
    site.addItem('ProjectTask', 'glpi_projecttasks', {
      uuid: `7a4e19b0-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
      name,
      entities_id: entities['Harbour Foods']!,
      is_recursive: 1,
      projects_id: laptops,
      projectstates_id: index === 0 ? 3 : 1,
      percent_done: index === 0 ? 100 : 0,
      plan_start_date: moment(10 + index * 14),
      plan_end_date: moment(20 + index * 14),
      users_id: people.david!.id,
    });
  }
}
