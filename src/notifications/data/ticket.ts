/** What tickets have beyond other ITIL items (notifications 7.1). */
import * as catalog from '../../catalog/catalog.ts';
import { ticketLink, ticketTypeLabels } from '../../catalog/constants.ts';
import type { Row } from '../../database/database.ts';
import { format } from '../../text/format.ts';
import { type Occasion, rowsById } from '../occasion.ts';
import { type TagValues, under } from '../template.ts';
import { autoCloseDays } from './auto-close.ts';
import type { ItilTopic } from './itil.ts';
import { ticketLabels } from './itil-labels.ts';
import { linkedItems, linkedRows, linkedTags } from './itil-links.ts';
import { namesOf } from './names.ts';
import { redirect } from './redirect.ts';
import { surveyAddress, surveyPattern } from './survey-address.ts';
import { linkedPeople } from './ticket-people.ts';
import { validationOf } from './validations.ts';
import { moment, path, said, yesNo } from './values.ts';
import { validationWord } from './words.ts';

const locationColumns = [
  'comment',
  'room',
  'building',
  'latitude',
  'longitude',
  'altitude',
  'address',
  'postcode',
  'town',
  'state',
  'country',
];

const linkLabels: Readonly<Record<number, string>> = {
  [ticketLink.linked]: 'Linked to',
  [ticketLink.duplicate]: 'Duplicates',
  [ticketLink.sonOf]: 'Son of',
  [ticketLink.parentOf]: 'Parent of',
};

/** A survey answered in GLPI, or elsewhere. */
const EXTERNAL = 2;
const surveyTypes: Readonly<Record<number, string>> = { 1: 'Internal survey', [EXTERNAL]: 'External survey' };

export const ticketTopic: ItilTopic = {
  itemtype: catalog.itemtype('Ticket')!,
  labels: ticketLabels,
  people: linkedPeople,
  tellsAuthorOf: ['new', 'satisfaction'],
  takesAnswers: true,
  references: (row) => [
    ['glpi_requesttypes', row.requesttypes_id],
    ['glpi_slas', row.slas_id_tto],
    ['glpi_slas', row.slas_id_ttr],
    ['glpi_olas', row.olas_id_tto],
    ['glpi_olas', row.olas_id_ttr],
  ],

  async own(o, raised, row, mentions) {
    const id = Number(row.id);
    const [problemLink, changeLink] = [
      { table: 'glpi_problems_tickets', mine: 'tickets_id', theirs: 'problems_id' },
      { table: 'glpi_changes_tickets', mine: 'tickets_id', theirs: 'changes_id' },
    ];
    const items = mentions('items', 'item.') ? await linkedItems(o, 'glpi_items_tickets', 'tickets_id', id) : [];
    const problems = mentions('problem') ? await linkedRows(o, problemLink, 'glpi_problems', id) : [];
    const changes = mentions('change') ? await linkedRows(o, changeLink, 'glpi_changes', id) : [];
    const linked = mentions('linkedticket') ? await linkedTickets(o, id) : [];
    const validation = await validationOf(o, 'glpi_ticketvalidations', raised);
    const survey = mentions('satisfaction') ? await surveyOf(o, id) : undefined;
    const isOutside = Number(survey?.type) === EXTERNAL && mentions('urlsatisfaction');
    const pattern = isOutside ? await surveyPattern(o, Number(row.entities_id)) : undefined;
    const location = mentions('ticket.location')
      ? (await rowsById(o, 'glpi_locations', [row.locations_id])).get(Number(row.locations_id))
      : undefined;
    const followup = mentions('solution.approval') ? await lastFollowup(o, id) : undefined;
    const days = mentions('autoclose') ? await autoCloseDays(o, Number(row.entities_id)) : undefined;
    const followupAuthor = await namesOf(o, [], [followup?.users_id]);
    return (reader, names) => {
      const { translate } = reader;
      const link = (to: string): string => (reader.kind === 'stranger' ? '' : redirect(o, to));
      const closes = days === undefined ? translate('Never') : String(days);
      const warning =
        days === undefined || days === 0
          ? ''
          : format(
              translate.plural(
                'Without a reply, the ticket will be automatically closed after %s day',
                'Without a reply, the ticket will be automatically closed after %s days',
                days,
              ),
              days,
            );
      return {
        tags: {
          ...(validation && raised.event === 'validation' ? { 'ticket.action': validation.action(reader) } : {}),
          'ticket.urlvalidation': link(`ticket_${id}_Ticket%24main`),
          'ticket.urlsatisfaction':
            pattern === undefined ? link(`ticket_${id}_Ticket%243`) : surveyAddress(o, reader, names, row, pattern),
          'ticket.globalvalidation': validationWord(translate, row.global_validation),
          'ticket.type': translate(ticketTypeLabels[Number(row.type)] ?? ''),
          'ticket.requesttype': names.of('glpi_requesttypes', row.requesttypes_id),
          'ticket.autoclose': closes,
          'lang.ticket.autoclosewarning': warning,
          'ticket.sla': names.of('glpi_slas', row.slas_id_ttr),
          'ticket.sla_tto': names.of('glpi_slas', row.slas_id_tto),
          'ticket.sla_ttr': names.of('glpi_slas', row.slas_id_ttr),
          'ticket.ola_tto': names.of('glpi_olas', row.olas_id_tto),
          'ticket.ola_ttr': names.of('glpi_olas', row.olas_id_ttr),
          'ticket.location': path(location?.completename),
          ...Object.fromEntries(
            locationColumns.map((column) => [`ticket.location.${column}`, said(location?.[column])]),
          ),
          'ticket.isdeleted': yesNo(translate, row.is_deleted),
          'ticket.numberofitems': String(items.length),
          'ticket.numberoflinkedtickets': String(linked.length),
          'ticket.numberofproblems': String(problems.length),
          'ticket.numberofchanges': String(changes.length),
          'ticket.solution.approval.description': said(followup?.content),
          'ticket.solution.approval.date': moment(o, reader, followup?.date),
          'ticket.solution.approval.author': followupAuthor.user(followup?.users_id),
          'satisfaction.type': translate(surveyTypes[Number(survey?.type)] ?? ''),
          'satisfaction.datebegin': moment(o, reader, survey?.date_begin),
          'satisfaction.dateanswered': moment(o, reader, survey?.date_answered),
          'satisfaction.satisfaction': said(survey?.satisfaction),
          'satisfaction.description': said(survey?.comment),
        },
        lists: {
          items: items.map(({ typeName, values }) => ({
            'ticket.itemtype': translate.plural(...typeName, 0),
            ...under('ticket.item', values),
          })),
          linkedtickets: linked.map(
            (one): TagValues => ({
              'linkedticket.id': said(one.id),
              'linkedticket.link': translate(linkLabels[Number(one.link)] ?? ''),
              'linkedticket.url': link(`ticket_${one.id}`),
              'linkedticket.title': said(one.name),
              'linkedticket.content': said(one.content),
            }),
          ),
          problems: linkedTags('problem', problems, (one) => link(`Problem_${one}`)),
          changes: linkedTags('change', changes, (one) => link(`Change_${one}`)),
          validations: validation ? [validation.tags(reader)] : [],
        },
      };
    };
  },
};

/** Linked tickets; `link` is how this ticket stands to them. */
async function linkedTickets({ db }: Occasion, id: number): Promise<Row[]> {
  const links: Row[] = await db
    .selectFrom('glpi_tickets_tickets')
    .selectAll()
    .where((where) => where.or([where('tickets_id_1', '=', id), where('tickets_id_2', '=', id)]))
    .orderBy('id')
    .execute();
  const other = (link: Row): number => Number(Number(link.tickets_id_1) === id ? link.tickets_id_2 : link.tickets_id_1);
  const rows: Row[] =
    links.length === 0
      ? []
      : await db.selectFrom('glpi_tickets').selectAll().where('id', 'in', links.map(other)).execute();
  const turned: Readonly<Record<number, number>> = {
    [ticketLink.sonOf]: ticketLink.parentOf,
    [ticketLink.parentOf]: ticketLink.sonOf,
  };
  return links.flatMap((link) => {
    const row = rows.find((one) => Number(one.id) === other(link));
    const kind = Number(link.link);
    return row ? [{ ...row, link: Number(link.tickets_id_1) === id ? kind : (turned[kind] ?? kind) }] : [];
  });
}

const surveyOf = ({ db }: Occasion, id: number): Promise<Row | undefined> =>
  db.selectFrom('glpi_ticketsatisfactions').selectAll().where('tickets_id', '=', id).executeTakeFirst();

const lastFollowup = ({ db }: Occasion, id: number): Promise<Row | undefined> =>
  db
    .selectFrom('glpi_itilfollowups')
    .selectAll()
    .where('itemtype', '=', 'Ticket')
    .where('items_id', '=', id)
    .orderBy('date_mod', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
