/** Service level agreements as tickets carry them: which columns belong to which kind (itil 7.2). */
import type { Row } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';

/** What an agreement is about: time to resolve, time to own. */
export const TTR = 0;
export const TTO = 1;

/** Where the levels of SLAs, or of OLAs, stand. */
export interface LevelTables {
  readonly levels: string;
  readonly criteria: string;
  readonly actions: string;
  /** Rows that wait for their moment. */
  readonly scheduled: string;
  /** Column of the agreement in `levels`. */
  readonly agreementKey: string;
  /** Column of the level in the other tables. */
  readonly levelKey: string;
}

/** One of the four agreements that a ticket can have. */
export interface AgreementKind {
  readonly itemtype: 'SLA' | 'OLA';
  readonly table: string;
  readonly type: typeof TTR | typeof TTO;
  /** Columns of a ticket. */
  readonly idColumn: string;
  readonly dueColumn: string;
  readonly waitingColumn: string;
  /** Of the level to come; times to own have none. */
  readonly levelColumn?: string;
  /** Where the delay starts if it isn't the ticket's date. */
  readonly beginColumn?: string;
  readonly tables: LevelTables;
}

const slaLevels: LevelTables = {
  levels: 'glpi_slalevels',
  criteria: 'glpi_slalevelcriterias',
  actions: 'glpi_slalevelactions',
  scheduled: 'glpi_slalevels_tickets',
  agreementKey: 'slas_id',
  levelKey: 'slalevels_id',
};

const olaLevels: LevelTables = {
  levels: 'glpi_olalevels',
  criteria: 'glpi_olalevelcriterias',
  actions: 'glpi_olalevelactions',
  scheduled: 'glpi_olalevels_tickets',
  agreementKey: 'olas_id',
  levelKey: 'olalevels_id',
};

const sla = { itemtype: 'SLA', table: 'glpi_slas', waitingColumn: 'sla_waiting_duration', tables: slaLevels } as const;
const ola = { itemtype: 'OLA', table: 'glpi_olas', waitingColumn: 'ola_waiting_duration', tables: olaLevels } as const;

export const agreementKinds: readonly AgreementKind[] = [
  { ...sla, type: TTR, idColumn: 'slas_id_ttr', dueColumn: 'time_to_resolve', levelColumn: 'slalevels_id_ttr' },
  { ...sla, type: TTO, idColumn: 'slas_id_tto', dueColumn: 'time_to_own' },
  {
    ...ola,
    type: TTR,
    idColumn: 'olas_id_ttr',
    dueColumn: 'internal_time_to_resolve',
    levelColumn: 'olalevels_id_ttr',
    beginColumn: 'ola_ttr_begin_date',
  },
  {
    ...ola,
    type: TTO,
    idColumn: 'olas_id_tto',
    dueColumn: 'internal_time_to_own',
    beginColumn: 'ola_tto_begin_date',
  },
];

/** An SLA or OLA, as far as its delay needs it. */
export interface Agreement {
  readonly id: number;
  readonly number_time: number;
  readonly definition_time: string;
  readonly end_of_working_day: number;
  readonly use_ticket_calendar: number;
  readonly calendars_id: number;
}

/** The agreement of an id; undefined when there is none. */
export function readAgreement(w: Writing, kind: AgreementKind, id: number): Promise<Agreement | undefined> {
  if (!(id > 0)) return Promise.resolve(undefined);
  return w.ctx.db
    .selectFrom(kind.table)
    .select(['id', 'number_time', 'definition_time', 'end_of_working_day', 'use_ticket_calendar', 'calendars_id'])
    .where('id', '=', id)
    .executeTakeFirst() as Promise<Agreement | undefined>;
}

/** The moment at which a ticket's agreement starts to count, as rows keep it. */
export const beginOf = (kind: AgreementKind, ticket: Readonly<Record<string, unknown>> | Row): string =>
  String((kind.beginColumn && ticket[kind.beginColumn]) || ticket.date || '');
