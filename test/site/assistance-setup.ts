import type { Site } from './site.ts';

/** Service levels with their escalation. */
export async function buildServiceLevels(site: Site): Promise<void> {
  const everywhere = { entities_id: 0, is_recursive: 1 };
  const slms_id = await site.add('SLM', {
    name: 'Office service',
    ...everywhere,
    calendars_id: site.id('Calendar', 'Office hours'),
  });
  const kinds = [
    { itemtype: 'SLA', level: 'SlaLevel', key: 'slas_id' },
    { itemtype: 'OLA', level: 'OlaLevel', key: 'olas_id' },
  ];
  for (const { itemtype, level, key } of kinds) {
    const solve = await site.add(itemtype, {
      name: `Solve (${itemtype})`,
      slms_id,
      type: 0,
      number_time: 8,
      definition_time: 'hour',
      ...everywhere,
    });
    await site.add(itemtype, {
      name: `Own (${itemtype})`,
      slms_id,
      type: 1,
      number_time: 30,
      definition_time: 'minute',
      ...everywhere,
    });
    const id = await site.add(level, {
      name: 'Two hours before',
      [key]: solve,
      execution_time: -7200,
      is_active: 1,
      match: 'AND',
      ...everywhere,
    });
    const levelKey = `${level.toLowerCase()}s_id`;
    await site.add(`${level}Action`, { [levelKey]: id, action_type: 'assign', field: 'priority', value: 5 });
    await site.add(`${level}Criteria`, { [levelKey]: id, criteria: 'status', condition: 1, pattern: 5 });
  }
}

/** Categories, and templates of items, followups, tasks and solutions. */
export async function buildAssistanceSetup(site: Site): Promise<void> {
  const timber = { entities_id: site.id('Entity', 'Holm Timber'), is_recursive: 1 };
  const kinds = { is_incident: 1, is_request: 1, is_problem: 1, is_change: 1, is_helpdeskvisible: 1 };
  const hardware = await site.add('ITILCategory', {
    name: 'Hardware',
    is_recursive: 1,
    entities_id: 0,
    ...kinds,
    groups_id: site.id('Group', 'Helpdesk'),
    users_id: site.id('User', 'ylva'),
  });
  await site.addAll('ITILCategory', [
    { name: 'Printing', itilcategories_id: hardware, entities_id: 0, is_recursive: 1, ...kinds, code: 'PRN' },
    { name: 'Wishes', entities_id: 0, is_recursive: 1, ...kinds, is_incident: 0 },
  ]);
  for (const kind of ['Ticket', 'Problem', 'Change']) {
    const template = await site.add(`${kind}Template`, { name: `Strict ${kind}`, ...timber });
    const templates_id = { [`${kind.toLowerCase()}templates_id`]: template };
    await site.add(`${kind}TemplateMandatoryField`, { ...templates_id, num: 1 });
    await site.add(`${kind}TemplateMandatoryField`, { ...templates_id, num: 21 });
    await site.add(`${kind}TemplateHiddenField`, { ...templates_id, num: 11 });
    await site.add(`${kind}TemplatePredefinedField`, { ...templates_id, num: 10, value: '4' });
  }
  await site.change('ITILCategory', site.id('ITILCategory', 'Wishes'), {
    tickettemplates_id_demand: site.id('TicketTemplate', 'Strict Ticket'),
  });
  const followup = await site.add('ITILFollowupTemplate', {
    name: 'Ask back',
    content: 'Any news of {{ ticket.name }}?',
    ...timber,
  });
  const solution = await site.add('SolutionTemplate', {
    name: 'Restarted',
    content: '<p>Restarted</p>',
    ...timber,
    solutiontypes_id: site.id('SolutionType', 'By advice'),
  });
  await site.add('TaskTemplate', {
    name: 'Visit',
    content: 'Go there',
    actiontime: 1800,
    taskcategories_id: site.id('TaskCategory', 'Repair'),
    ...timber,
  });
  await site.add('PendingReason', {
    name: 'Waiting for parts',
    followup_frequency: 86400,
    followups_before_resolution: 2,
    itilfollowuptemplates_id: followup,
    solutiontemplates_id: solution,
    ...timber,
  });
  const recurrence = {
    ...timber,
    is_active: 1,
    begin_date: '2027-01-01 08:00:00',
    periodicity: '1MONTH',
    create_before: 0,
  };
  await site.add('TicketRecurrent', {
    name: 'Monthly check',
    ...recurrence,
    tickettemplates_id: site.id('TicketTemplate', 'Strict Ticket'),
  });
  await site.add('RecurrentChange', {
    name: 'Patch day',
    ...recurrence,
    changetemplates_id: site.id('ChangeTemplate', 'Strict Change'),
  });
}
