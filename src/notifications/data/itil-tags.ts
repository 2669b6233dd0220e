/** The tags that tickets, problems and changes have in common (notifications 7). */
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import type { EntityMail } from '../entity-mail.ts';
import type { Raised } from '../occasion.ts';
import { type TagValues, under } from '../template.ts';
import { ASSIGNED, listed, OBSERVER, REQUESTER } from './itil-actors.ts';
import { itilEvents } from './itil-events.ts';
import { type ItilRows, type ListMaker, listedDocuments, timeCost, visible } from './itil-lists.ts';
import { redirect } from './redirect.ts';
import { duration, moment, money, path, said } from './values.ts';
import { scaleWord, statusWord } from './words.ts';

/** The tags that all three classes have. */
export function itilTags(
  { name }: Itemtype,
  maker: ListMaker,
  raised: Raised,
  row: Row,
  rows: ItilRows,
  mail: EntityMail,
  unresolved: number,
): TagValues {
  const { o, reader, names, parts } = maker;
  const { translate } = reader;
  const x = name.toLowerCase();
  const id = Number(row.id);
  const link = (anchor: string): string => (reader.kind === 'stranger' ? '' : redirect(o, `${x}_${id}${anchor}`));
  const latest = rows.solutions[0];
  const groups = (role: number): string =>
    parts.groups
      .filter((part) => part.role === role)
      .map((part) => part.name)
      .join(', ');
  const suppliers = parts.suppliers.map((part) => part.name).join(', ');
  const cost = (column: string): number => rows.costs.reduce((sum, one) => sum + Number(one[column]), 0);
  const timeCosts = rows.costs.reduce((sum, one) => sum + timeCost(one), 0);
  const scale = (column: string): string => scaleWord(translate, column, row[column]);
  const own: TagValues = {
    id: String(id).padStart(7, '0'),
    title: said(row.name),
    content: said(row.content),
    description: said(row.content),
    url: link(''),
    urlapprove: link(`_${name}%241`),
    urldocument: link('_Document_Item%241'),
    ...entityTags(mail.row),
    entity: path(mail.row?.completename),
    shortentity: said(mail.row?.name),
    storestatus: said(row.status),
    status: statusWord(translate, name, row.status),
    urgency: scale('urgency'),
    impact: scale('impact'),
    priority: scale('priority'),
    time: duration(translate, Number(row.actiontime), false),
    creationdate: moment(o, reader, row.date),
    closedate: moment(o, reader, row.closedate),
    solvedate: moment(o, reader, row.solvedate),
    duedate: moment(o, reader, row.time_to_resolve),
    category: names.of('glpi_itilcategories', row.itilcategories_id),
    authors: listed(parts.users, REQUESTER),
    suppliers,
    assigntosupplier: suppliers,
    openbyuser: names.user(row.users_id_recipient),
    lastupdater: names.user(row.users_id_lastupdater),
    assigntousers: assignees(maker),
    assigntogroups: groups(ASSIGNED),
    groups: groups(REQUESTER),
    observergroups: groups(OBSERVER),
    observerusers: listed(parts.users, OBSERVER),
    'solution.type': names.of('glpi_solutiontypes', latest?.solutiontypes_id),
    'solution.description': said(latest?.content),
    'solution.author': names.user(latest?.users_id),
    action: translate(itilEvents[name]?.[raised.event] ?? ''),
    numberoffollowups: String(visible(rows.followups, reader).length),
    numberoftasks: String(visible(rows.tasks, reader).length),
    numberoflogs: String(rows.logs.length),
    numberofdocuments: String(listedDocuments(rows.documents, reader).length),
    numberofcosts: String(rows.costs.length),
    numberofunresolved: String(unresolved),
    costfixed: money(cost('cost_fixed')),
    costmaterial: money(cost('cost_material')),
    costtime: money(timeCosts),
    totalcost: money(cost('cost_fixed') + cost('cost_material') + timeCosts),
  };
  return {
    'glpi.url': o.settings.text('url_base') ?? '',
    ...under(x, own),
  };
}

function assignees({ reader, parts, hidesAgents }: ListMaker): string {
  if (!hidesAgents || reader.isCentral) return listed(parts.users, ASSIGNED);
  const { length } = parts.users.filter(({ role }) => role === ASSIGNED);
  return Array.from({ length }, () => reader.translate('Helpdesk user')).join(', ');
}

/** `entity.phone` … of the item's entity. */
export function entityTags(row: Row | undefined): TagValues {
  const columns = {
    phone: 'phonenumber',
    fax: 'fax',
    website: 'website',
    email: 'email',
    address: 'address',
    postcode: 'postcode',
    town: 'town',
    state: 'state',
    country: 'country',
    registration_number: 'registration_number',
  };
  return Object.fromEntries(Object.entries(columns).map(([tag, column]) => [`entity.${tag}`, said(row?.[column])]));
}
