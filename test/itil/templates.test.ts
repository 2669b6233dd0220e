import type { Connection, RowDataPacket } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../support/app.ts';
import { connect } from '../support/mariadb.ts';

type Columns = Record<string, unknown>;

let site: TestApp;
let db: Connection;
let token: string;
const ids: Record<string, number> = {};

beforeAll(async () => {
  site = await testApp();
  db = await connect(site.database.url);
  token = await site.logIn();
  ids.category = await add('ITILCategory', { name: 'Things & more' });
  ids.group = await add('Group', { name: 'Desk' });
  ids.supplier = await add('Supplier', { name: 'Parts', town: 'Oslo' });
  ids.boss = await add('User', { name: 'boss', realname: 'Big', firstname: 'Ben' });
  ids.user = await add('User', { name: 'ann', realname: 'Lee', firstname: 'Ann', users_id_supervisor: ids.boss });
  ids.computer = await add('Computer', { name: 'pc', serial: 'S1', users_id: ids.user, entities_id: 0 });
  ids.article = await add('KnowbaseItem', { name: 'Do so', answer: 'x' });
  ids.sla = await add('SLA', {
    name: 'Fast',
    slms_id: await add('SLM', { name: 'm' }),
    type: 0,
    number_time: 4,
    definition_time: 'hour',
  });
  ids.ticket = await add('Ticket', {
    name: 'R&D <x>',
    content: '<p>hello</p>',
    date: '2026-03-02 09:05:00',
    urgency: 5,
    type: 2,
    itilcategories_id: ids.category,
    slas_id_ttr: ids.sla,
    _users_id_requester: [ids.user],
    _users_id_observer: [ids.boss],
    _groups_id_assign: [ids.group],
    _suppliers_id_assign: [ids.supplier],
    items_id: { Computer: [ids.computer] },
  });
  await add('KnowbaseItem_Item', { knowbaseitems_id: ids.article, itemtype: 'Ticket', items_id: ids.ticket });
});
afterAll(async () => {
  await db.end();
  await site.close();
});

async function add(itemtype: string, input: Columns): Promise<number> {
  const answer = await site.ask(`/${itemtype}`, { method: 'POST', token, payload: { input } });
  expect(answer.statusCode, `${itemtype} ${answer.body}`).toBe(201);
  return answer.json().id;
}

/** The text, as people read it, of what is made from a template. */
async function made(template: number, itemtype: string, key: string, owner: Columns): Promise<string> {
  const id = await add(itemtype, { ...owner, [key]: template });
  const answer = await site.ask(`/${itemtype}/${id}`, { token, headers: { 'x-glpi-sanitized-content': 'false' } });
  return answer.json().content;
}

async function followup(content: string): Promise<string> {
  const template = await add('ITILFollowupTemplate', { name: 't', content, is_recursive: 1 });
  const owner = { itemtype: 'Ticket', items_id: ids.ticket };
  return made(template, 'ITILFollowup', '_itilfollowuptemplates_id', owner);
}

it('knows what a template demands or hides by the name of the field (items-read G11)', async () => {
  const tickettemplates_id = await add('TicketTemplate', { name: 'strict' });
  for (const itemtype of ['TicketTemplateMandatoryField', 'TicketTemplateHiddenField']) {
    const id = await add(itemtype, { tickettemplates_id, num: 10 });
    const { _keys_names } = (await site.ask(`/${itemtype}/${id}?add_keys_names[]=id`, { token })).json();
    expect(_keys_names).toEqual({ id: 'Urgency' });
  }
});

describe('texts from templates (itil 10.6)', () => {
  it.each([
    ['{{ ticket.ref }} {{ ticket.name }} {{ itemtype }}', () => `#${ids.ticket} R&amp;D &lt;x&gt; Ticket`],
    ['{{ ticket.date|date("d/m/y H:i") }} {{ ticket.solvedate }}.', () => '02/03/26 09:05 .'],
    ['{{ ticket.status }}, {{ ticket.urgency }}, {{ ticket.type }}', () => 'Processing (assigned), Very high, Request'],
    ['{{ ticket.global_validation }}', () => 'Not subject to approval'],
    ['{{ ticket.entity.completename }}/{{ ticket.itilcategory.name }}', () => 'Root entity/Things &amp; more'],
    ['{{ ticket.sla_ttr.name }} {{ ticket.sla_ttr.duration }} {{ ticket.sla_ttr.unit }}', () => 'Fast 4 Hours'],
    ['{{ ticket.location.name }}{{ ticket.ola_tto.name }}.', () => '.'],
    [
      '{% for u in ticket.requesters.users %}{{ u.login }} {{ u.fullname }} {{ u.responsible }} {% for i in u.used_items %}{{ i.itemtype }} {{ i.name }}{% endfor %}{% endfor %}',
      () => 'ann Lee Ann Big Ben Computer pc',
    ],
    ['{% for u in ticket.observers.users %}{{ u.id }}{% endfor %}', () => String(ids.boss)],
    [
      '{{ ticket.assignees.groups[0].completename }} {{ ticket.assignees.suppliers[0].name }} {{ ticket.assignees.suppliers[0].city }}',
      () => 'Desk Parts Oslo',
    ],
    [
      '{% for a in ticket.assets %}{{ a.name }} {{ a.serial }} {{ a.entity.name }}{% endfor %}',
      () => 'pc S1 Root entity',
    ],
    ['{% for k in ticket.knowbaseitems %}{{ k.name }}{% endfor %}', () => 'Do so'],
    ['one\ntwo', () => 'one<br />\ntwo'],
  ])('%s', async (template, expected) => {
    expect(await followup(template)).toBe(`<p>${expected()}</p>`);
  });

  it('keep their markup, and that of a raw value', async () => {
    expect(await followup('<ul><li>{{ ticket.content|raw }}</li></ul>')).toBe('<ul><li><p>hello</p></li></ul>');
    const page = `/glpi/front/ticket.form.php?id=${ids.ticket}`;
    const name = 'R&amp;D &lt;x&gt;';
    expect(await followup('{{ ticket.link|raw }}')).toBe(`<a href="${page}" title="${name}">${name}</a>`);
  });

  it('are made for problems and changes, too', async () => {
    const template = await add('TaskTemplate', {
      name: 't',
      content: '{{ change.name }}{{ problem.name }}',
      is_recursive: 1,
    });
    const changes_id = await add('Change', { name: 'C', content: 'x' });
    const problems_id = await add('Problem', { name: 'P', content: 'x' });
    expect(await made(template, 'ChangeTask', '_tasktemplates_id', { changes_id })).toBe('<p>C</p>');
    expect(await made(template, 'ProblemTask', '_tasktemplates_id', { problems_id })).toBe('<p>P</p>');
  });

  it.each([
    ['{{ ticket.name', 'Content: Invalid twig template syntax'],
    ['{% set a = 1 %}', 'Content: Invalid twig template (Tag "set" is not allowed in "template" at line 1.)'],
  ])('are refused: %s', async (content, message) => {
    const input = { name: 't', content };
    for (const itemtype of ['ITILFollowupTemplate', 'TaskTemplate', 'SolutionTemplate']) {
      const answer = await site.ask(`/${itemtype}`, { method: 'POST', token, payload: { input } });
      expect(answer.json()).toEqual(['ERROR_GLPI_ADD', message]);
    }
  });

  it('D34: stand as they are when they would never end', async () => {
    const content = '{% for a in 1..1000 %}{% for b in 1..1000 %}{{ a }}{% endfor %}{% endfor %}';
    expect(await followup(content)).toBe(content);
  });

  it('stand as they are when they were stored before they were checked', async () => {
    const template = await add('SolutionTemplate', { name: 't', content: 'x', is_recursive: 1 });
    await db.query<RowDataPacket[]>('UPDATE glpi_solutiontemplates SET content = ? WHERE id = ?', ['{{ x', template]);
    const owner = { itemtype: 'Ticket', items_id: ids.ticket };
    expect(await made(template, 'ITILSolution', '_solutiontemplates_id', owner)).toBe('{{ x');
  });
});
