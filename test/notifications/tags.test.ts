import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { everyTag, tagsOf, valuesIn } from './every-tag.ts';
import { type MailSite, mailSite } from './site-with-mails.ts';

let site: MailSite;
let token: string;

beforeAll(async () => {
  site = await mailSite();
  token = await site.logIn();
});
afterAll(() => site?.close());
beforeEach(async () => {
  await site.db.deleteFrom('glpi_notifications').execute();
  await site.db.deleteFrom('glpi_queuednotifications').execute();
});

const ask = async (method: 'POST' | 'PUT', path: string, input: Record<string, unknown>) =>
  site.ask(path, { method, token, payload: { input } });

const add = async (itemtype: string, input: Record<string, unknown>): Promise<number> => {
  const answer = await ask('POST', `/${itemtype}`, input);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: number }>().id;
};

const userId = async (name: string): Promise<number> =>
  (await site.db.selectFrom('glpi_users').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;

/** The text that an event's mail to the administrator is made of, and its values. */
async function told(itemtype: string, event: string, act: () => Promise<unknown>) {
  const text = everyTag(tagsOf[itemtype]!);
  await site.notification(itemtype, event, [[1, 1]], { subject: 's', text });
  await act();
  const [mail] = await site.queue();
  const body = mail!.body_text.replaceAll('&#62;', '>').replaceAll('&#60;', '<').replaceAll('&#38;', '&');
  return { body, ...valuesIn(body.slice(0, body.lastIndexOf('\n\n-- \n'))) };
}

/** Tags that the text still shows as such. */
const unrendered = (body: string): string[] => [...new Set(body.match(/##[a-z0-9._]+##/g))];

/** A ticket, problem or change with something in each of its lists. */
async function fullItem(itemtype: 'Ticket' | 'Problem' | 'Change') {
  const key = `${itemtype.toLowerCase()}s_id`;
  const [tech, requester] = [await userId('tech'), await userId('post-only')];
  const place = await add('Location', { name: `Room ${itemtype}`, room: '9', building: 'B', town: 'Ghent' });
  const title = await add('UserTitle', { name: `Engineer ${itemtype}` });
  await ask('PUT', `/User/${requester}`, { phone: '111', mobile: '222', locations_id: place, usertitles_id: title });
  const supplier = await add('Supplier', {
    name: 'Bolts & Co',
    phonenumber: '333',
    email: 'bolts@example.test',
    town: 'Lyon',
  });
  const category = await add('ITILCategory', { name: `Doors ${itemtype}` });
  const group = await add('Group', { name: 'Keys' });
  const id = await add(itemtype, {
    name: 'Door & <lock>',
    content: '<p>It <b>sticks</b></p>',
    date: '2026-03-02 09:30:00',
    urgency: 5,
    itilcategories_id: category,
    locations_id: place,
    impactcontent: 'impact!',
    causecontent: 'cause!',
    symptomcontent: 'symptom!',
    controlistcontent: 'control!',
    rolloutplancontent: 'rollout!',
    backoutplancontent: 'backout!',
    checklistcontent: 'check!',
    _users_id_requester: requester,
    _users_id_assign: tech,
    _groups_id_assign: group,
    _groups_id_requester: group,
    _groups_id_observer: group,
    _users_id_observer: tech,
    _suppliers_id_assign: supplier,
  });
  const on = { itemtype, items_id: id };
  await add('ITILFollowup', { ...on, content: 'first', date: '2026-03-02 10:00:00' });
  await add('ITILFollowup', { ...on, content: 'second', date: '2026-03-02 11:00:00' });
  const taskCategory = await add('TaskCategory', { name: `Repair ${itemtype}`, comment: 'with tools' });
  await add(`${itemtype}Task`, {
    [key]: id,
    content: 'oil it',
    date: '2026-03-02 12:00:00',
    actiontime: 3600,
    state: 1,
    users_id_tech: tech,
    groups_id_tech: group,
    taskcategories_id: taskCategory,
    begin: '2026-03-03 08:00:00',
    end: '2026-03-03 09:00:00',
  });
  const budget = await add('Budget', { name: 'House' });
  await add(`${itemtype}Cost`, {
    [key]: id,
    name: 'Oil',
    comment: 'a can',
    begin_date: '2026-03-02',
    end_date: '2026-03-03',
    actiontime: 7200,
    cost_time: 50,
    cost_fixed: 1200,
    cost_material: 3.5,
    budgets_id: budget,
  });
  const heading = await add('DocumentCategory', { name: `Plans ${itemtype}` });
  const document = await add('Document', {
    name: 'Plan',
    link: 'https://plans.example',
    documentcategories_id: heading,
  });
  await add('Document_Item', { ...on, documents_id: document });
  const computer = await add('Computer', {
    name: 'pc-9',
    serial: 'S9',
    otherserial: 'I9',
    locations_id: place,
    users_id: tech,
    contact: 'Zoe',
    contact_num: '99',
  });
  const link = itemtype === 'Change' ? 'Change_Item' : `Item_${itemtype}`;
  await add(link, { [key]: id, itemtype: 'Computer', items_id: computer });
  return { id, key, tech, requester, group, document };
}

describe('every tag of', () => {
  it('tickets has a value, and a label', async () => {
    const { id, tech } = await fullItem('Ticket');
    const other = await add('Ticket', { name: 'Other', content: 'o' });
    await add('Ticket_Ticket', { tickets_id_1: id, tickets_id_2: other, link: 3 });
    const problem = await add('Problem', { name: 'Prob', content: 'p' });
    await add('Problem_Ticket', { problems_id: problem, tickets_id: id });
    const change = await add('Change', { name: 'Chan', content: 'c' });
    await add('Change_Ticket', { changes_id: change, tickets_id: id });
    await site.db
      .insertInto('glpi_ticketsatisfactions')
      .values({ tickets_id: id, type: 1, date_begin: '2026-03-04 08:00:00', satisfaction: 4, comment: 'good' })
      .execute();
    const { body, own, elements } = await told('Ticket', 'validation', () =>
      add('TicketValidation', { tickets_id: id, users_id_validate: tech, comment_submission: 'please' }),
    );
    expect(unrendered(body)).toEqual([]);
    const number = String(id).padStart(7, '0');
    expect(own).toMatchObject({
      'ticket.id': number,
      'ticket.title': 'Door & <lock>',
      'ticket.content': 'It STICKS',
      'ticket.url': `https://desk.example/index.php?redirect=ticket_${id}`,
      'ticket.urlapprove': `https://desk.example/index.php?redirect=ticket_${id}_Ticket%241`,
      'ticket.action': 'Approval - Waiting for approval',
      'ticket.globalvalidation': 'Waiting for approval',
      'ticket.status': 'Processing (planned)',
      'ticket.storestatus': '3',
      'ticket.urgency': 'Very high',
      'ticket.creationdate': '2026-03-02 09:30',
      'ticket.time': '1 hours 0 minutes',
      'ticket.category': 'Doors Ticket',
      'ticket.authors': 'post-only',
      'ticket.suppliers': 'Bolts & Co',
      'ticket.assigntousers': 'tech',
      'ticket.assigntogroups': 'Keys',
      'ticket.groups': 'Keys',
      'ticket.observergroups': 'Keys',
      'ticket.observerusers': 'tech',
      'ticket.openbyuser': 'glpi',
      'ticket.numberoffollowups': '2',
      'ticket.numberoftasks': '1',
      'ticket.numberofdocuments': '1',
      'ticket.numberofcosts': '1',
      'ticket.costfixed': '1 200.00',
      'ticket.costmaterial': '3.50',
      'ticket.costtime': '100.00',
      'ticket.totalcost': '1 303.50',
      'ticket.location': 'Room Ticket',
      'ticket.location.room': '9',
      'ticket.location.town': 'Ghent',
      'ticket.numberofitems': '1',
      'ticket.numberoflinkedtickets': '1',
      'ticket.numberofproblems': '1',
      'ticket.numberofchanges': '1',
      'satisfaction.type': 'Internal survey',
      'satisfaction.satisfaction': '4',
      'satisfaction.description': 'good',
      'ticket.urlsatisfaction': `https://desk.example/index.php?redirect=ticket_${id}_Ticket%243`,
      'ticket.solution.approval.description': expect.stringMatching(/^(first|second)$/),
      'lang.ticket.title': 'Title',
    });
    expect(elements.followups!.map((one) => one['followup.description'])).toEqual(['second', 'first']);
    expect(elements.followups![0]).toMatchObject({
      'followup.author': 'glpi',
      'followup.author.name': 'glpi',
      'followup.author.itemtype': 'User',
      'followup.isprivate': 'No',
    });
    expect(elements.tasks![0]).toMatchObject({
      'task.category': 'Repair Ticket',
      'task.categorycomment': 'with tools',
      'task.status': 'To do',
      'task.user': 'tech',
      'task.group': 'Keys',
      'task.time': '1 hours 0 minutes',
      'task.begin': '2026-03-03 08:00',
    });
    expect(elements.costs![0]).toMatchObject({
      'cost.name': 'Oil',
      'cost.datebegin': '2026-03-02',
      'cost.time': '2 hours 0 minutes 0 seconds',
      'cost.totalcost': '1 303.50',
      'cost.budget': 'House',
    });
    expect(elements.documents![0]).toMatchObject({
      'document.name': 'Plan',
      'document.heading': 'Plans Ticket',
      'document.weblink': 'https://plans.example',
    });
    expect(elements.authors![0]).toMatchObject({
      'author.name': 'post-only',
      'author.phone': '111',
      'author.mobile': '222',
      'author.location': 'Room Ticket',
      'author.title': 'Engineer Ticket',
    });
    expect(elements.suppliers![0]).toMatchObject({
      'supplier.name': 'Bolts & Co',
      'supplier.phone': '333',
      'supplier.town': 'Lyon',
    });
    expect(
      elements.actors!.map((one) => [one['actor.itemtype'], one['actor.name'], one['actor.phone']]),
    ).toContainEqual(['Group', 'Keys', '']);
    expect(elements.items![0]).toMatchObject({
      'ticket.itemtype': 'Computers',
      'ticket.item.name': 'pc-9',
      'ticket.item.serial': 'S9',
      'ticket.item.contact': 'Zoe',
      'ticket.item.contactnumber': '99',
      'ticket.item.user': 'tech',
      'ticket.item.location': 'Room Ticket',
    });
    expect(elements.linkedtickets![0]).toMatchObject({
      'linkedticket.id': String(other),
      'linkedticket.title': 'Other',
      'linkedticket.link': 'Son of',
    });
    expect(elements.problems![0]).toMatchObject({ 'problem.title': 'Prob', 'problem.id': String(problem) });
    expect(elements.changes![0]).toMatchObject({ 'change.title': 'Chan', 'change.id': String(change) });
    expect(elements.validations![0]).toMatchObject({
      'validation.submission.title': 'An approval request has been submitted by glpi',
      'validation.status': 'Waiting for approval',
      'validation.commentsubmission': 'please',
      'validation.validator': 'tech',
    });
    expect(elements.timelineitems!.map((one) => one['timelineitems.type'])).toEqual(
      expect.arrayContaining(['ITILFollowup', 'TicketTask']),
    );
    expect(elements.log!.map((one) => one['ticket.log.content'])).toContain('Add the item');
    expect(elements.log!.every((one) => one['ticket.log.content'] !== '' && one['ticket.log.date'] !== '')).toBe(true);
  });

  it.each(['Problem', 'Change'] as const)('%s has a value, and a label', async (itemtype) => {
    const { id, key } = await fullItem(itemtype);
    const ticket = await add('Ticket', { name: 'Other', content: 'o' });
    await add(`${itemtype}_Ticket`, { [key]: id, tickets_id: ticket });
    const beside = itemtype === 'Problem' ? 'Change' : 'Problem';
    const other = await add(beside, { name: 'Beside', content: 'p' });
    await add('Change_Problem', { [key]: id, [`${beside.toLowerCase()}s_id`]: other });
    const { body, own, elements } = await told(itemtype, 'update', () =>
      ask('PUT', `/${itemtype}/${id}`, { urgency: 1 }),
    );
    expect(unrendered(body)).toEqual([]);
    const x = itemtype.toLowerCase();
    const texts =
      itemtype === 'Problem'
        ? {
            'problem.causes': 'cause!',
            'problem.impacts': 'impact!',
            'problem.symptoms': 'symptom!',
            'problem.numberofchanges': '1',
          }
        : {
            'change.impactcontent': 'impact!',
            'change.controlistcontent': 'control!',
            'change.rolloutplancontent': 'rollout!',
            'change.backoutplancontent': 'backout!',
            'change.checklistcontent': 'check!',
            'change.numberofproblems': '1',
          };
    expect(own).toMatchObject({
      ...texts,
      [`${x}.urgency`]: 'Very low',
      [`${x}.numberoftickets`]: '1',
      [`${x}.numberofitems`]: '1',
      [`${x}.totalcost`]: '1 303.50',
    });
    expect(elements.items![0]).toMatchObject({ 'item.name': 'pc-9', 'item.contactnum': '99' });
    expect(elements.tickets![0]).toMatchObject({ 'ticket.title': 'Other' });
    expect(elements[`${beside.toLowerCase()}s`]![0]).toMatchObject({ [`${beside.toLowerCase()}.title`]: 'Beside' });
  });

  it('reservations has a value, and a label', async () => {
    const tech = await userId('tech');
    const computer = await add('Computer', { name: 'pc-8', users_id_tech: tech });
    const item = await add('ReservationItem', {
      itemtype: 'Computer',
      items_id: computer,
      is_active: 1,
      entities_id: 0,
    });
    const { body, own } = await told('Reservation', 'new', () =>
      add('Reservation', {
        reservationitems_id: item,
        begin: '2036-03-03 10:00:00',
        end: '2036-03-03 12:00:00',
        users_id: tech,
        comment: 'show',
      }),
    );
    expect(unrendered(body)).toEqual([]);
    expect(own).toMatchObject({
      'reservation.action': 'New reservation',
      'reservation.user': 'tech',
      'reservation.begin': '2036-03-03 10:00',
      'reservation.comment': 'show',
      'reservation.itemtype': 'Computer',
      'reservation.item.name': 'pc-8',
      'reservation.item.tech': 'tech',
    });
  });

  it('duplicates has a value, and a label', async () => {
    await add('FieldUnicity', {
      name: 'phones',
      itemtype: 'Phone',
      _fields: ['serial'],
      is_active: 1,
      action_refuse: 1,
      action_notify: 1,
      entities_id: 0,
      is_recursive: 1,
    });
    const first = await add('Phone', { name: 'one & only', serial: 'P1' });
    const { body, own } = await told('FieldUnicity', 'refuse', async () => {
      expect((await ask('POST', '/Phone', { name: 'two', serial: 'P1' })).statusCode).toBe(400);
    });
    expect(unrendered(body)).toEqual([]);
    expect(own).toMatchObject({
      'unicity.action': 'Record into the database denied',
      'unicity.action_type': 'Add the item',
      'unicity.action_user': 'glpi',
      'unicity.entity': 'Root entity',
      'unicity.itemtype': 'Phone',
      'unicity.message': expect.stringContaining(`Serial number = P1\nOther item exist\n[one & only - ID: ${first} - `),
    });
  });

  it('projects and their tasks has a value, and a label', async () => {
    const tech = await userId('tech');
    const type = await add('ProjectType', { name: 'Move' });
    const id = await add('Project', {
      name: 'P',
      code: 'C1',
      content: 'x',
      comment: 'y',
      priority: 5,
      users_id: tech,
      projecttypes_id: type,
      percent_done: 20,
      plan_start_date: '2026-03-01 08:00:00',
    });
    const task = await add('ProjectTask', {
      name: 'T',
      projects_id: id,
      planned_duration: 7200,
      effective_duration: 3600,
      content: 'z',
    });
    const ticket = await add('Ticket', { name: 'x', content: 'x' });
    await site.db.updateTable('glpi_tickets').set({ actiontime: 1800 }).where('id', '=', ticket).execute();
    await add('ProjectTask_Ticket', { projecttasks_id: task, tickets_id: ticket });
    await add('ProjectTeam', { projects_id: id, itemtype: 'User', items_id: tech });
    await add('ProjectTaskTeam', { projecttasks_id: task, itemtype: 'User', items_id: tech });
    await add('ProjectCost', { projects_id: id, name: 'Van', cost: 1500, begin_date: '2026-03-01' });
    const computer = await add('Computer', { name: 'pc-7' });
    await add('Item_Project', { projects_id: id, itemtype: 'Computer', items_id: computer });
    const document = await add('Document', { name: 'Plan', link: 'https://plans.example' });
    await add('Document_Item', { documents_id: document, itemtype: 'Project', items_id: id });
    const project = await told('Project', 'update', () => ask('PUT', `/Project/${id}`, { percent_done: 30 }));
    expect(unrendered(project.body)).toEqual([]);
    expect(project.own).toMatchObject({
      'project.action': 'Update of a project',
      'project.code': 'C1',
      'project.priority': 'Very high',
      'project.percent': '30%',
      'project.manager': 'tech',
      'project.type': 'Move',
      'project.planstartdate': '2026-03-01 08:00',
      'project.plannedduration': '2 hours 0 minutes',
      'project.effectiveduration': '1 hours 30 minutes',
      'project.totalcost': '1 500.00',
      'project.numberofteammembers': '1',
      'project.numberoftasks': '1',
      'project.numberofitems': '1',
      'project.numberofdocuments': '1',
    });
    expect(project.elements.tasks![0]).toMatchObject({ 'task.name': 'T', 'task.plannedduration': '2 hours 0 minutes' });
    expect(project.elements.teammembers![0]).toEqual(
      expect.objectContaining({ 'teammember.name': 'tech', 'teammember.itemtype': 'User' }),
    );
    expect(project.elements.costs![0]).toMatchObject({ 'cost.name': 'Van', 'cost.cost': '1 500.00' });
    expect(project.elements.items![0]).toMatchObject({ 'item.name': 'pc-7', 'item.itemtype': 'Computers' });

    await site.db.deleteFrom('glpi_queuednotifications').execute();
    const child = await told('ProjectTask', 'update', () => ask('PUT', `/ProjectTask/${task}`, { percent_done: 50 }));
    expect(unrendered(child.body)).toEqual([]);
    expect(child.own).toMatchObject({
      'projecttask.project': 'P',
      'projecttask.createbyuser': 'glpi',
      'projecttask.plannedduration': '2 hours 0 minutes',
      'projecttask.effectiveduration': '1 hours 0 minutes',
      'projecttask.ticketsduration': '30 minutes',
      'projecttask.totalduration': '1 hours 30 minutes',
      'projecttask.numberofteammembers': '1',
    });
  });
});
