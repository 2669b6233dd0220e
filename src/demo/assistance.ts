import type { Asset, AssetWorld } from './assets.ts';
import { type DemoRow, day, encoded, moment } from './demo-site.ts';
import type { Person } from './organisation.ts';

const STATUS = { new: 1, assigned: 2, planned: 3, waiting: 4, solved: 5, closed: 6 };

/** Status, requester, title, what is wrong, category. */
const tickets: [status: keyof typeof STATUS, requester: string, title: string, text: string, category: string][] = [
  ['closed', 'hana', 'Screen stays black', 'The screen stays black after the lunch break.', 'Hardware > Screen'],
  ['closed', 'ivan', 'Printer on floor 2 jams', 'Paper jam, tray 2. Third time this week.', 'Hardware > Printer'],
  ['solved', 'julia', 'Ledger & Stock won’t start', 'It says “licence < 1 day”, then closes.', 'Software'],
  ['solved', 'grace', 'Rights on the folder of the audit', 'Please give me access to the folder Audit 2026.', 'Access'],
  ['waiting', 'karim', 'Scanner of line A reads nothing', 'The light is on but no code arrives.', 'Hardware'],
  ['planned', 'lena', 'Move of two work places', 'Two desks go from line A to the stores.', 'Requests > Move'],
  [
    'assigned',
    'marco',
    'Wi-Fi drops in the warehouse',
    'Between gates 3 and 5 the handhelds lose the network.',
    'Network',
  ],
  [
    'assigned',
    'hana',
    'New colleague on 1 March',
    'Laptop, phone and account for the new colleague.',
    'Requests > Arrival',
  ],
  ['new', 'ivan', 'Mail: attachments refused', 'Attachments above 10 MB come back.', 'Software'],
  ['assigned', 'nina', 'Till 2 prints half receipts', 'Receipts stop after the logo.', 'Hardware > Printer'],
  ['new', 'omar', 'Keyboard: the key 5 is stuck', 'The key 5 types itself.', 'Hardware'],
  ['closed', 'petra', 'Password forgotten', 'I forgot my password after the holidays.', 'Access'],
  ['new', 'julia', 'Slow start of the computer', 'It takes ten minutes each morning.', 'Hardware'],
  ['waiting', 'grace', 'Second screen', 'A second screen would help with the year-end.', 'Requests'],
];

/** Adds categories, tickets with their actors and timeline, a problem, a change, a recurring ticket and an SLA. */
export function addAssistance(world: AssetWorld, assets: Asset[]): void {
  const { site, people, groups } = world;
  const categories = site.tree(
    'glpi_itilcategories',
    'itilcategories_id',
    [
      'Hardware',
      'Hardware > Printer',
      'Hardware > Screen',
      'Software',
      'Network',
      'Access',
      'Requests',
      'Requests > Arrival',
      'Requests > Move',
    ],
    { entities_id: 0, is_recursive: 1 },
  );
  const taskCategory = site.add('glpi_taskcategories', {
    name: 'Repair',
    completename: 'Repair',
    level: 1,
    ancestors_cache: '[]',
    is_recursive: 1,
  });
  const solutionType = site.add('glpi_solutiontypes', { name: 'Repaired', is_recursive: 1 });
  const ids = tickets.map(([status, requester, title, text, category], index) => {
    const from = people[requester]!;
    const isNorth = ['nina', 'omar', 'petra'].includes(requester);
    const technician = people[isNorth ? 'emma' : 'david']!;
    const opened = 10 + index * 3;
    const id = addTicket(world, {
      status: STATUS[status],
      title,
      text,
      from,
      technician,
      opened,
      category: categories[category]!,
      isRequest: category.startsWith('Requests'),
    });
    if (STATUS[status] === STATUS.new) return id;
    site.add('glpi_groups_tickets', {
      tickets_id: id,
      groups_id: groups[isNorth ? 'Northern technicians' : 'Service desk']!,
      type: 2,
    });
    site.add('glpi_itilfollowups', {
      itemtype: 'Ticket',
      items_id: id,
      date: moment(opened + 0.1),
      users_id: technician.id,
      content: encoded(`<p>I look into “${title}”.</p>`),
      is_private: 0,
      requesttypes_id: 1,
      timeline_position: 4,
    });
    site.add('glpi_tickettasks', {
      uuid: `3d0a5c1e-0000-4000-8000-${String(id).padStart(12, '0')}`,
      tickets_id: id,
      taskcategories_id: taskCategory,
      date: moment(opened + 0.2),
      users_id: technician.id,
      users_id_tech: technician.id,
      content: encoded('<p>Check on site</p>'),
      actiontime: 1800,
      state: STATUS[status] >= STATUS.solved ? 2 : 1,
      timeline_position: 4,
      ...(status === 'planned' ? { begin: moment(opened + 7), end: moment(opened + 7.0625) } : {}),
    });
    if (STATUS[status] >= STATUS.solved) {
      site.add('glpi_itilsolutions', {
        itemtype: 'Ticket',
        items_id: id,
        solutiontypes_id: solutionType,
        content: encoded('<p>Done &amp; tested with the user.</p>'),
        users_id: technician.id,
        user_name: null,
        date_creation: moment(opened + 1),
        date_mod: moment(opened + 1),
        status: status === 'closed' ? 3 : 2,
        ...(status === 'closed' ? { users_id_approval: from.id, date_approval: moment(opened + 2) } : {}),
      });
    }
    return id;
  });
  const own = (person: Person) =>
    assets.find(({ itemtype, entity }) => itemtype === 'Computer' && entity === person.entity);
  for (const [index, id] of ids.entries()) {
    const computer = own(people[tickets[index]![1]]!);
    if (computer) site.add('glpi_items_tickets', { itemtype: 'Computer', items_id: computer.id, tickets_id: id });
  }
  site.add('glpi_ticketcosts', {
    tickets_id: ids[1]!,
    name: 'Spare part',
    begin_date: day(14),
    end_date: day(14),
    cost_fixed: '35.0000',
    entities_id: people.ivan!.entity,
  });
  addProblemAndChange(world, ids);
}

interface NewTicket {
  status: number;
  title: string;
  text: string;
  from: Person;
  technician: Person;
  /** Days after the first day. */
  opened: number;
  category: number;
  isRequest: boolean;
}

function addTicket(
  { site }: AssetWorld,
  { status, title, text, from, technician, opened, category, isRequest }: NewTicket,
): number {
  const isTaken = status > STATUS.new;
  const isSolved = status >= STATUS.solved;
  const id = site.addItem('Ticket', 'glpi_tickets', {
    name: encoded(title),
    content: encoded(`<p>${encoded(text)}</p>`),
    entities_id: from.entity,
    date: moment(opened),
    status,
    users_id_recipient: from.id,
    users_id_lastupdater: isTaken ? technician.id : from.id,
    requesttypes_id: 1,
    urgency: 3,
    impact: 3,
    priority: 3,
    itilcategories_id: category,
    type: isRequest ? 2 : 1,
    actiontime: isTaken ? 1800 : 0,
    takeintoaccountdate: isTaken ? moment(opened + 0.05) : null,
    takeintoaccount_delay_stat: isTaken ? 0.05 * 86_400 : 0,
    solvedate: isSolved ? moment(opened + 1) : null,
    solve_delay_stat: isSolved ? 86_400 : 0,
    closedate: status === STATUS.closed ? moment(opened + 2) : null,
    close_delay_stat: status === STATUS.closed ? 2 * 86_400 : 0,
    begin_waiting_date: status === STATUS.waiting ? moment(opened + 0.5) : null,
    date_creation: moment(opened),
    date_mod: moment(opened + (isSolved ? 1 : 0.2)),
  });
  site.add('glpi_tickets_users', { tickets_id: id, users_id: from.id, type: 1, use_notification: 1 });
  if (isTaken)
    site.add('glpi_tickets_users', { tickets_id: id, users_id: technician.id, type: 2, use_notification: 1 });
  return id;
}

function addProblemAndChange({ site, entities, people }: AssetWorld, ticketIds: number[]): void {
  const common: DemoRow = {
    entities_id: entities['Harbour Foods']!,
    is_recursive: 1,
    urgency: 3,
    impact: 3,
    priority: 3,
    users_id_recipient: people.clara!.id,
    users_id_lastupdater: people.clara!.id,
  };
  const problem = site.addItem('Problem', 'glpi_problems', {
    ...common,
    name: 'Wi-Fi of the warehouse is at its limit',
    content: encoded('<p>Several reports from gates 3 to 5.</p>'),
    date: moment(35),
    status: 2,
    causecontent: encoded('<p>Two access points for 40 handhelds.</p>'),
  });
  site.add('glpi_problems_tickets', { problems_id: problem, tickets_id: ticketIds[6]! });
  site.add('glpi_problems_users', { problems_id: problem, users_id: people.clara!.id, type: 2, use_notification: 1 });
  const change = site.addItem('Change', 'glpi_changes', {
    ...common,
    name: 'Four more access points in the warehouse',
    content: encoded('<p>Order, mount &amp; connect.</p>'),
    date: moment(40),
    status: 1,
    rolloutplancontent: encoded('<ol><li>Cables</li><li>Access points</li></ol>'),
    backoutplancontent: encoded('<p>The old ones stay in place for a week.</p>'),
  });
  site.add('glpi_changes_problems', { changes_id: change, problems_id: problem });
  site.add('glpi_changes_users', { changes_id: change, users_id: people.ben!.id, type: 1, use_notification: 1 });
  site.add('glpi_changetasks', {
    uuid: '9c2f8a10-0000-4000-8000-000000000001',
    changes_id: change,
    date: moment(41),
    users_id: people.clara!.id,
    users_id_tech: people.david!.id,
    content: encoded('<p>Measure the signal</p>'),
    actiontime: 7200,
    state: 1,
    timeline_position: 4,
  });
}
