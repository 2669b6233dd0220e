import type { Site } from './site.ts';

const CLOSED = 6;

/** Tickets with actors, items and agreements. */
export async function buildTickets(site: Site): Promise<void> {
  const entities_id = site.id('Entity', 'Holm Timber');
  const [greger, ylva, sten] = ['greger', 'ylva', 'sten'].map((name) => site.id('User', name));
  await site.addAll('Ticket', [
    {
      name: 'Screen flickers',
      content: '<p>Since <b>today</b></p>',
      entities_id,
      urgency: 4,
      impact: 2,
      itilcategories_id: site.id('ITILCategory', 'Hardware'),
      locations_id: site.id('Location', 'Floor 1'),
      items_id: { Computer: [site.id('Computer', 'pc-ylva')], Monitor: [site.id('Monitor', 'screen-ylva')] },
      _users_id_requester: [greger, sten],
      _users_id_observer: sten,
      _groups_id_observer: [site.id('Group', 'Management')],
      _suppliers_id_assign: site.id('Supplier', 'Tools & sons'),
      _contracts_id: site.id('Contract', 'Care of servers'),
    },
    {
      name: 'Paper jam again',
      content: 'In the shop',
      entities_id,
      type: 1,
      _actors: {
        requester: [{ itemtype: 'User', items_id: 0, use_notification: 1, alternative_email: 'guest@shop.test' }],
        assign: [{ itemtype: 'User', items_id: ylva }],
      },
    },
    {
      name: 'A new chair',
      content: 'Please',
      entities_id,
      type: 2,
      slas_id_ttr: site.id('SLA', 'Solve (SLA)'),
      slas_id_tto: site.id('SLA', 'Own (SLA)'),
      olas_id_ttr: site.id('OLA', 'Solve (OLA)'),
      olas_id_tto: site.id('OLA', 'Own (OLA)'),
    },
    { name: 'Solved by advice', content: 'How do I print?', entities_id, _users_id_requester: greger },
    { name: 'Closed long ago', content: 'Done', entities_id, status: CLOSED, _users_id_requester: sten },
    { name: 'Waits for parts', content: 'The belt is torn', entities_id, _users_id_assign: ylva },
    { name: 'Same as the jam', content: 'Jammed', entities_id },
    { name: 'Gone', content: 'Mistake', entities_id },
  ]);
  const ticket = (name: string) => site.id('Ticket', name);
  await site.add('Ticket_User', { tickets_id: ticket('A new chair'), users_id: ylva, type: 2, use_notification: 1 });
  await site.add('Group_Ticket', { tickets_id: ticket('A new chair'), groups_id: site.id('Group', 'Field'), type: 2 });
  await site.add('Supplier_Ticket', {
    tickets_id: ticket('A new chair'),
    suppliers_id: site.id('Supplier', 'Cloud traders'),
    type: 2,
  });
  await site.add('Item_Ticket', { tickets_id: ticket('Paper jam again'), ...site.item('Printer', 'printer-office') });
  await site.add('Ticket_Ticket', {
    tickets_id_1: ticket('Same as the jam'),
    tickets_id_2: ticket('Paper jam again'),
    link: 2,
  });
  await site.change('Ticket', ticket('Screen flickers'), {
    urgency: 5,
    _itil_observer: { _type: 'user', users_id: ylva },
  });
  await site.trash('Ticket', ticket('Gone'));
}

/** What is said, done, asked, solved and paid on tickets. */
export async function buildTimelines(site: Site): Promise<void> {
  const on = (name: string) => site.item('Ticket', name);
  const screen = site.id('Ticket', 'Screen flickers');
  await site.addAll('ITILFollowup', [
    { ...on('Screen flickers'), content: 'Which cable?' },
    { ...on('Screen flickers'), content: 'Internal: <i>old</i> one', is_private: 1, requesttypes_id: 1 },
  ]);
  await site.add('ITILFollowup', {
    ...on('Waits for parts'),
    content: 'Ordered',
    pending: 1,
    pendingreasons_id: site.id('PendingReason', 'Waiting for parts'),
    followup_frequency: 86400,
    followups_before_resolution: 1,
  });
  await site.addAll('TicketTask', [
    {
      tickets_id: screen,
      content: 'Change the cable',
      actiontime: 900,
      state: 2,
      users_id_tech: site.id('User', 'ylva'),
    },
    {
      tickets_id: screen,
      content: 'Visit',
      plan: { begin: '2031-03-03 09:00:00', end: '2031-03-03 10:00:00' },
      users_id_tech: site.id('User', 'ylva'),
    },
  ]);
  const [validation] = await site.addAll('TicketValidation', [
    {
      tickets_id: site.id('Ticket', 'A new chair'),
      users_id_validate: site.id('User', 'sten'),
      comment_submission: 'OK?',
    },
  ]);
  await site.change('TicketValidation', validation!, { status: 3, comment_validation: 'Yes' });
  await site.add('TicketCost', {
    tickets_id: screen,
    name: 'Cable',
    cost_fixed: '19.50',
    actiontime: 900,
    cost_time: '60',
    budgets_id: site.id('Budget', 'Machines 2026'),
  });
  await site.add('ITILSolution', {
    ...on('Solved by advice'),
    content: 'By the blue button',
    solutiontypes_id: site.id('SolutionType', 'By advice'),
  });
  const solved = site.id('Ticket', 'Solved by advice');
  await site.change('Ticket', solved, { status: CLOSED });
  await site.change('TicketSatisfaction', solved, { tickets_id: solved, satisfaction: 4, comment: 'Quick' });
  await site.add('KnowbaseItem_Item', {
    knowbaseitems_id: site.id('KnowbaseItem', 'How to clear a jam'),
    ...on('Paper jam again'),
  });
}

/** Problems and changes with all that belongs to them. */
export async function buildProblemsAndChanges(site: Site): Promise<void> {
  const entities_id = site.id('Entity', 'Holm Timber');
  const ylva = site.id('User', 'ylva');
  const both = {
    entities_id,
    urgency: 3,
    impact: 4,
    itilcategories_id: site.id('ITILCategory', 'Hardware'),
    _users_id_requester: site.id('User', 'sten'),
    _groups_id_assign: site.id('Group', 'Helpdesk'),
    _suppliers_id_assign: site.id('Supplier', 'Tools & sons'),
  };
  const problem = await site.add('Problem', {
    ...both,
    name: 'All belts tear',
    content: 'Bad batch',
    causecontent: 'Heat',
    symptomcontent: 'Dust',
    _tickets_id: site.id('Ticket', 'Waits for parts'),
  });
  const change = await site.add('Change', {
    ...both,
    name: 'Change the belts',
    content: 'All of them',
    rolloutplancontent: 'At night',
    _problems_id: problem,
  });
  await site.add('Item_Problem', { problems_id: problem, ...site.item('Computer', 'saw-4') });
  await site.add('Change_Item', { changes_id: change, ...site.item('Computer', 'saw-5') });
  await site.add('Change_Ticket', { changes_id: change, tickets_id: site.id('Ticket', 'Waits for parts') });
  await site.add('Problem_User', { problems_id: problem, users_id: ylva, type: 3 });
  await site.add('Change_User', { changes_id: change, users_id: ylva, type: 3 });
  await site.add('ITILFollowup', { itemtype: 'Problem', items_id: problem, content: 'Supplier informed' });
  await site.add('ProblemTask', { problems_id: problem, content: 'Measure', actiontime: 600 });
  await site.add('ChangeTask', { changes_id: change, content: 'Order belts', actiontime: 300 });
  await site.add('ProblemCost', { problems_id: problem, name: 'Tests', cost_fixed: '50' });
  await site.add('ChangeCost', { changes_id: change, name: 'Belts', cost_material: '500' });
  await site.add('ChangeValidation', { changes_id: change, users_id_validate: site.id('User', 'sten') });
  await site.add('ITILSolution', { itemtype: 'Problem', items_id: problem, content: 'New batch' });
  await site.add('Itil_Project', {
    projects_id: site.id('Project', 'New saw hall'),
    ...site.item('Change', 'Change the belts'),
  });
  await site.add('ProjectTask_Ticket', {
    projecttasks_id: site.id('ProjectTask', 'Plan'),
    tickets_id: site.id('Ticket', 'A new chair'),
  });
}
