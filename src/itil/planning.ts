/** When tasks are planned (itil 10.8). */

import { sql } from 'kysely';
import type { Input } from '../behaviours/behaviour.ts';
import type { ItilItem } from '../behaviours/itil/parent.ts';
import { readCalendar } from '../calendars/read-calendar.ts';
import { wallSeconds, wallText } from '../calendars/wall-time.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Row } from '../database/database.ts';
import { phpIntval } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { entityCalendar } from '../service-levels/due-date.ts';
import { format } from '../text/format.ts';
import { personName } from '../text/user-name.ts';

/**
 * Turns `plan` into `begin`, `end` and the time spent; false, with a message, when it ends before it begins.
 * @param row the task as it is; undefined for a new one
 */
export function planTask(w: Writing, row: Row | undefined, input: Input): boolean {
  const plan = input.plan as Input | undefined;
  if (typeof plan !== 'object' || plan === null) return true;
  const begin = wallSeconds(String(plan.begin ?? ''));
  if (begin === undefined) return true;
  let end = wallSeconds(String(plan.end ?? ''));
  if (Number(plan._duration ?? 0) > 0) end = begin + Number(plan._duration);
  const spent = phpIntval(input.actiontime);
  if (row && spent > 0 && spent !== Number(row.actiontime)) end = begin + spent;
  if (end === undefined || begin >= end) {
    w.messages.error(w.ctx.translate('Error in entering dates. The starting date is later than the ending date'));
    return false;
  }
  delete input.plan;
  Object.assign(input, { begin: wallText(begin), end: wallText(end), actiontime: end - begin });
  planned.add(input);
  return true;
}

/** Inputs whose times came from a plan: only for those people are warned. */
const planned = new WeakSet<Input>();

/** Says when a planned time is outside working hours, or when the technician is busy then; it is planned all the same. */
export async function warnOfPlan(w: Writing, item: ItilItem, row: Row | undefined, input: Input): Promise<void> {
  if (!planned.has(input)) return;
  const [begin, end] = [String(input.begin), String(input.end)];
  await warnOfHours(w, item, begin, end);
  const technician = Number(input.users_id_tech ?? row?.users_id_tech ?? 0);
  if (technician > 0) await warnOfOtherWork(w, technician, begin, end, row && Number(row.id));
}

async function warnOfHours(w: Writing, { row }: ItilItem, begin: string, end: string): Promise<void> {
  const calendar = await readCalendar(w.ctx.db, await entityCalendar(w, Number(row.entities_id)));
  if (!calendar) return;
  const { translate } = w.ctx;
  if (!calendar.isWorkingHour(wallSeconds(begin)!)) {
    w.messages.add('warning', translate('Start of the selected timeframe is not a working hour.'));
  }
  if (!calendar.isWorkingHour(wallSeconds(end)!)) {
    w.messages.add('warning', translate('End of the selected timeframe is not a working hour.'));
  }
}

const taskTypes = ['TicketTask', 'ProblemTask', 'ChangeTask'];

/** `The user tech is busy at the selected timeframe.` and what he does then, cut to that time. */
async function warnOfOtherWork(
  w: Writing,
  technician: number,
  begin: string,
  end: string,
  own?: number,
): Promise<void> {
  const parts = taskTypes.map((name) => {
    const task = catalog.itemtype(name)!;
    const parent = catalog.itemtype(name.replace('Task', ''))!;
    return sql`select ${sql.lit(name)} as kind, t.id, t.begin, t.end, p.name from ${sql.table(task.table)} as t
      join ${sql.table(parent.table)} as p on p.id = ${sql.ref(`t.${parent.foreignKey}`)} and p.is_deleted = 0
      where t.users_id_tech = ${technician} and t.begin < ${end} and t.end > ${begin}`;
  });
  const { rows } = await sql<Row>`${sql.join(parts, sql` union all `)} order by begin`.execute(w.ctx.db);
  const others = rows.filter((row) => Number(row.id) !== own);
  if (others.length === 0) return;
  const { translate } = w.ctx;
  const busy = format(translate('The user %1$s is busy at the selected timeframe.'), await userName(w, technician));
  const works = others.map((row) => {
    const task = catalog.itemtype(String(row.kind))!;
    const from = String(row.begin) > begin ? String(row.begin) : begin;
    const to = String(row.end) < end ? String(row.end) : end;
    const label = translate.plural(task.label.singular, task.label.plural, 1);
    const time = format(translate('from %1$s to %2$s'), from.slice(0, 16), to.slice(0, 16));
    return `- ${label}: ${time}:${row.name ?? ''}`;
  });
  w.messages.add('warning', [busy, ...works].join('<br>'));
}

async function userName(w: Writing, id: number): Promise<string> {
  const row = await w.ctx.db
    .selectFrom('glpi_users')
    .select(['name', 'realname', 'firstname'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return '';
  return personName(
    { login: String(row.name), realname: row.realname, firstname: row.firstname },
    Number(w.ctx.session.preferences.names_format ?? 0),
  );
}
