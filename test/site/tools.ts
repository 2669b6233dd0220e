import type { Site } from './site.ts';

/** The user `glpi`, who builds the site. */
const BUILDER = 2;

/** Projects with tasks, teams and costs. */
export async function buildProjects(site: Site): Promise<void> {
  const timber = { entities_id: site.id('Entity', 'Holm Timber'), is_recursive: 1 };
  const project = await site.add('Project', {
    name: 'New saw hall',
    code: 'HALL',
    ...timber,
    priority: 4,
    projecttypes_id: site.id('ProjectType', 'Building'),
    projectstates_id: 1,
    users_id: site.id('User', 'ylva'),
    plan_start_date: '2026-04-01 08:00:00',
    plan_end_date: '2026-12-18 16:00:00',
    content: '<p>Move & enlarge</p>',
  });
  await site.add('Project', { name: 'Cabling', ...timber, projects_id: project });
  const task = await site.add('ProjectTask', {
    name: 'Plan',
    projects_id: project,
    projecttasktypes_id: site.id('ProjectTaskType', 'Errand'),
    projectstates_id: 2,
    planned_duration: 7200,
    plan_start_date: '2026-04-02 08:00:00',
    plan_end_date: '2026-04-02 10:00:00',
  });
  const build = await site.add('ProjectTask', {
    name: 'Build',
    projects_id: project,
    projecttasks_id: task,
    percent_done: 20,
  });
  await site.add('ProjectTeam', { projects_id: project, ...site.item('User', 'sten') });
  await site.add('ProjectTeam', { projects_id: project, ...site.item('Group', 'Management') });
  await site.add('ProjectTaskTeam', { projecttasks_id: task, ...site.item('User', 'ylva') });
  for (const projecttasks_id of [task, build]) {
    await site.add('ProjectTaskTeam', { projecttasks_id, itemtype: 'User', items_id: BUILDER });
  }
  await site.add('ProjectCost', {
    projects_id: project,
    name: 'Steel',
    cost: '4000',
    begin_date: '2026-05-01',
    budgets_id: site.id('Budget', 'Machines 2026'),
  });
  await site.add('Item_Project', { projects_id: project, ...site.item('Computer', 'saw-3') });
  await site.add('ProjectTaskTemplate', { name: 'Errand', ...timber, planned_duration: 3600 });
  await site.add('ProjectTaskLink', {
    projecttasks_id_source: task,
    source_uuid: 'source',
    projecttasks_id_target: build,
    target_uuid: 'target',
    type: 0,
  });
}

/** Articles with targets, comments and translations; reminders; feeds; events. */
export async function buildKnowledge(site: Site): Promise<void> {
  const timber = { entities_id: site.id('Entity', 'Holm Timber'), is_recursive: 1 };
  const article = await site.add('KnowbaseItem', {
    name: 'How to clear a jam',
    answer: '<p>Open the <b>lid</b></p>',
    is_faq: 1,
    begin_date: '2026-01-01 00:00:00',
  });
  const secret = await site.add('KnowbaseItem', { name: 'Root of the servers', answer: 'Ask Sten' });
  await site.change('KnowbaseItem', article, { answer: '<p>Open the <b>lid</b>, pull gently</p>' });
  await site.add('KnowbaseItem_KnowbaseItemCategory', {
    knowbaseitems_id: article,
    knowbaseitemcategories_id: site.id('KnowbaseItemCategory', 'How to print'),
  });
  await site.add('Entity_KnowbaseItem', { knowbaseitems_id: article, entities_id: 0, is_recursive: 1 });
  await site.add('Group_KnowbaseItem', {
    knowbaseitems_id: secret,
    groups_id: site.id('Group', 'Helpdesk'),
    ...timber,
  });
  await site.add('KnowbaseItem_User', { knowbaseitems_id: secret, users_id: site.id('User', 'ylva') });
  await site.add('KnowbaseItem_Profile', { knowbaseitems_id: secret, profiles_id: 4, ...timber });
  await site.add('KnowbaseItemTranslation', {
    knowbaseitems_id: article,
    language: 'fr_FR',
    name: 'Bourrage',
    answer: 'Ouvrir',
  });
  await site.add('KnowbaseItem_Item', { knowbaseitems_id: article, ...site.item('Printer', 'printer-office') });

  const reminder = await site.add('Reminder', { name: 'Backup tapes', text: '<p>Change them</p>', state: 1 });
  await site.change('Reminder', reminder, { plan: { begin: '2027-01-04 08:00:00', end: '2027-01-04 08:30:00' } });
  await site.add('Reminder_User', { reminders_id: reminder, users_id: site.id('User', 'ylva') });
  await site.add('Group_Reminder', { reminders_id: reminder, groups_id: site.id('Group', 'Helpdesk'), ...timber });
  await site.add('Profile_Reminder', { reminders_id: reminder, profiles_id: 4, ...timber });
  await site.add('Entity_Reminder', { reminders_id: reminder, ...timber });
  await site.add('ReminderTranslation', { reminders_id: reminder, language: 'fr_FR', name: 'Bandes', text: 'Changer' });
  await site.add('PlanningRecall', { itemtype: 'Reminder', items_id: reminder, before_time: 900, users_id: BUILDER });

  const feed = await site.add('RSSFeed', {
    name: 'News of wood',
    users_id: BUILDER,
    url: 'http://feeds.invalid/feed.xml',
    refresh_rate: 86400,
    is_active: 0,
  });
  await site.add('RSSFeed_User', { rssfeeds_id: feed, users_id: site.id('User', 'ylva') });
  await site.add('Group_RSSFeed', { rssfeeds_id: feed, groups_id: site.id('Group', 'Helpdesk'), ...timber });
  await site.add('Profile_RSSFeed', { rssfeeds_id: feed, profiles_id: 4, ...timber });
  await site.add('Entity_RSSFeed', { rssfeeds_id: feed, ...timber });

  const template = await site.add('PlanningExternalEventTemplate', {
    name: 'Day off',
    duration: 28800,
    planningeventcategories_id: site.id('PlanningEventCategory', 'Away'),
  });
  await site.add('PlanningExternalEvent', {
    name: 'Sten is away',
    planningexternaleventtemplates_id: template,
    plan: { begin: '2026-08-03 08:00:00', end: '2026-08-03 16:00:00' },
    ...timber,
  });
}

/** Reservations, saved searches, personal lists. */
export async function buildReservationsAndSearches(site: Site): Promise<void> {
  const reservable = await site.add('ReservationItem', {
    ...site.item('Monitor', 'beamer'),
    is_active: 1,
    entities_id: site.id('Entity', 'Holm Timber'),
  });
  await site.addAll('Reservation', [
    {
      reservationitems_id: reservable,
      begin: '2030-05-06 09:00:00',
      end: '2030-05-06 12:00:00',
      users_id: site.id('User', 'ylva'),
      comment: 'Meeting',
    },
    {
      reservationitems_id: reservable,
      begin: '2030-05-07 09:00:00',
      end: '2030-05-07 12:00:00',
      users_id: site.id('User', 'sten'),
    },
  ]);
  const search = await site.add('SavedSearch', {
    name: 'Computers in use',
    type: 1,
    itemtype: 'Computer',
    url: 'front/computer.php?criteria[0][field]=31&criteria[0][searchtype]=equals&criteria[0][value]=1',
    is_private: 0,
    entities_id: 0,
    is_recursive: 1,
  });
  await site.add('SavedSearch_User', {
    savedsearches_id: search,
    itemtype: 'Computer',
    users_id: site.id('User', 'ylva'),
  });
  await site.add('SavedSearch_Alert', {
    savedsearches_id: search,
    name: 'More than 100',
    operator: 3,
    value: 100,
    is_active: 0,
  });
}

/** What depends on what; small tables that GLPI's pages keep for themselves. */
export async function buildImpactsAndPages(site: Site): Promise<void> {
  await site.add('ImpactRelation', {
    itemtype_source: 'Computer',
    items_id_source: site.id('Computer', 'srv-files'),
    itemtype_impacted: 'Computer',
    items_id_impacted: site.id('Computer', 'pc-ylva'),
  });
  await site.add('Glpi\\Dashboard\\Right', { dashboards_dashboards_id: 1, itemtype: 'Profile', items_id: 4 });
  await site.add('Item_Kanban', { ...site.item('Project', 'New saw hall'), users_id: BUILDER, state: '[]' });
  await site.add('RegisteredID', { ...site.item('Computer', 'pc-ylva'), name: '8086', device_type: 'PCI' });
  await site.add('VObject', { ...site.item('Reminder', 'Backup tapes'), data: 'BEGIN:VCALENDAR' });
}
