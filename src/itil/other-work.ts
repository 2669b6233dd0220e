/** What somebody has planned at a time: tasks, reminders, events (itil 10.8). */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ItemReference } from '../behaviours/behaviour.ts';
import { dayOf, dayText, readRepetition, repeatedDays } from '../calendars/repetition.ts';
import * as catalog from '../catalog/catalog.ts';
import { lists } from '../catalog/lists.ts';
import type { Row } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';
import { READ } from '../rights/bits.ts';

/** A planned piece of work, as far as it is in the time that was asked for. */
export interface PlannedWork {
  readonly itemtype: string;
  readonly name: string;
  /** `Y-m-d H:i:s`. */
  readonly begin: string;
  readonly end: string;
}

/** Where a class of work says whose it is and when. */
interface Source {
  readonly columns: { readonly begin: string; readonly end: string };
  /** The name of the item that the work belongs to; its own otherwise. */
  readonly parent?: string;
  readonly whose: (user: number) => RawBuilder<SqlBool>;
  readonly isWork?: RawBuilder<SqlBool>;
  /** Column of the rule by which it comes again. */
  readonly repetition?: string;
}

const times = { begin: 'begin', end: 'end' };
/** Events that only inform keep nobody busy. */
const isToDo = sql<SqlBool>`t.state <> 0`;

const task = (parent: string): Source => ({
  columns: times,
  parent,
  whose: (user) => sql<SqlBool>`t.users_id_tech = ${user}`,
});

const sources: Readonly<Record<string, Source>> = {
  TicketTask: task('Ticket'),
  ProblemTask: task('Problem'),
  ChangeTask: task('Change'),
  ProjectTask: {
    columns: { begin: 'plan_start_date', end: 'plan_end_date' },
    whose: (user) => sql<SqlBool>`exists (select 1 from glpi_projecttaskteams as member
      where member.projecttasks_id = t.id and member.itemtype = 'User' and member.items_id = ${user})`,
    isWork: sql<SqlBool>`t.is_template = 0`,
  },
  Reminder: {
    columns: times,
    whose: (user) => sql<SqlBool>`t.users_id = ${user}`,
    isWork: sql<SqlBool>`t.is_planned = 1 and ${isToDo}`,
  },
  PlanningExternalEvent: {
    columns: times,
    // Guests are numbers or texts in a JSON list.
    whose: (user) => sql<SqlBool>`(t.users_id = ${user} or t.users_id_guests regexp ${`[^0-9]${user}[^0-9]`})`,
    isWork: isToDo,
    repetition: 'rrule',
  },
};

/**
 * What a user has planned between two moments, as far as the session may see it: by class, in order of the beginnings.
 *
 * @param except the piece of work that the question is about
 */
export async function plannedWork(
  w: Writing,
  user: number,
  begin: string,
  end: string,
  except?: ItemReference,
): Promise<PlannedWork[]> {
  const parts = types.map((name) => selection(name, sources[name]!, user, begin, end));
  const { rows } = await sql<Row>`${sql.join(parts, sql` union all `)}`.execute(w.ctx.db);
  const works: PlannedWork[] = [];
  for (const itemtype of types) {
    const mine = rows.filter(({ kind, id }) => {
      const isExcepted = except?.itemtype === itemtype && except.id === Number(id);
      return kind === itemtype && !isExcepted;
    });
    const visible = await visibleOf(w, itemtype, mine);
    const spans = visible.flatMap((row) =>
      spansOf(row, begin, end).map((span) => ({ itemtype, name: String(row.name ?? ''), ...span })),
    );
    works.push(...spans.sort((one, other) => (one.begin < other.begin ? -1 : one.begin > other.begin ? 1 : 0)));
  }
  return works;
}

const types: readonly string[] = lists.planning_types;

function selection(name: string, source: Source, user: number, begin: string, end: string): RawBuilder<unknown> {
  const { columns, parent, repetition, whose, isWork } = source;
  const [from, to] = [sql.ref(`t.${columns.begin}`), sql.ref(`t.${columns.end}`)];
  const owner = parent === undefined ? undefined : catalog.itemtype(parent)!;
  const join = owner
    ? sql`join ${sql.table(owner.table)} as p on p.id = ${sql.ref(`t.${owner.foreignKey}`)} and p.is_deleted = 0`
    : sql``;
  const isThen = sql<SqlBool>`${from} < ${end} and ${to} > ${begin}`;
  const comesThen =
    repetition === undefined
      ? isThen
      : sql<SqlBool>`(${isThen} or (${from} < ${end} and ${sql.ref(`t.${repetition}`)} <> ''))`;
  return sql`select ${sql.lit(name)} as kind, t.id, ${from} as ${sql.ref('begin')}, ${to} as ${sql.ref('end')},
      ${sql.ref(owner ? 'p.name' : 't.name')} as name,
      ${repetition === undefined ? sql`null` : sql.ref(`t.${repetition}`)} as repetition
    from ${sql.table(catalog.itemtype(name)!.table)} as t ${join}
    where ${whose(user)} and ${comesThen} and ${isWork ?? sql`true`}`;
}

/** The times of the work, each time that it comes, cut to the time that was asked for. */
function spansOf(row: Row, begin: string, end: string): { readonly begin: string; readonly end: string }[] {
  const [from, to] = [String(row.begin), String(row.end)];
  const rule = readRepetition(row.repetition);
  const [first, last] = [dayOf(from)!, dayOf(to)!];
  const days = rule ? repeatedDays(rule, first, dayOf(begin)! - (last - first), dayOf(end)!) : [first];
  return days.flatMap((day) => {
    const start = dayText(day) + from.slice(10);
    const stop = dayText(day + last - first) + to.slice(10);
    if (!(start < end && stop > begin)) return [];
    return [{ begin: start > begin ? start : begin, end: stop < end ? stop : end }];
  });
}

/** Those that the session may see. */
async function visibleOf(w: Writing, name: string, works: readonly Row[]): Promise<Row[]> {
  if (works.length === 0) return [];
  const itemtype = catalog.itemtype(name)!;
  const ids = works.map(({ id }) => Number(id));
  const rows: Row[] = await w.ctx.db.selectFrom(itemtype.table).selectAll().where('id', 'in', ids).execute();
  const visible = new Set<number>();
  for (const row of rows) if (await w.ctx.rights.passesItemTest(itemtype, row, READ)) visible.add(Number(row.id));
  return works.filter(({ id }) => visible.has(Number(id)));
}
