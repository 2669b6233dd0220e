/** When tasks are planned (itil 10.8). */

import type { Input, ItemReference } from '../behaviours/behaviour.ts';
import type { ItilItem } from '../behaviours/itil/parent.ts';
import { clockOf, readCalendar } from '../calendars/read-calendar.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Row } from '../database/database.ts';
import { phpIntval } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { entityCalendar } from '../service-levels/due-date.ts';
import { format } from '../text/format.ts';
import { personName } from '../text/user-name.ts';
import { plannedWork } from './other-work.ts';

/**
 * Turns `plan` into `begin`, `end` and the time spent; false, with a message, when it ends before it begins.
 * @param row the task as it is; undefined for a new one
 */
export function planTask(w: Writing, row: Row | undefined, input: Input): boolean {
  const plan = input.plan as Input | undefined;
  if (typeof plan !== 'object' || plan === null) return true;
  const clock = clockOf(w.ctx);
  const begin = clock.read(String(plan.begin ?? ''));
  if (begin === undefined) return true;
  let end = clock.read(String(plan.end ?? ''));
  if (Number(plan._duration ?? 0) > 0) end = begin + Number(plan._duration);
  const spent = phpIntval(input.actiontime);
  if (row && spent > 0 && spent !== Number(row.actiontime)) end = begin + spent;
  if (end === undefined || begin >= end) {
    w.messages.error(w.ctx.translate('Error in entering dates. The starting date is later than the ending date'));
    return false;
  }
  delete input.plan;
  Object.assign(input, { begin: clock.write(begin), end: clock.write(end), actiontime: end - begin });
  planned.add(input);
  return true;
}

/** Inputs whose times came from a plan: only for those people are warned. */
const planned = new WeakSet<Input>();

/** Says when a planned time is outside working hours, or when the technician is busy then; it is planned all the same. */
export async function warnOfPlan(
  w: Writing,
  item: ItilItem,
  task: Itemtype,
  row: Row | undefined,
  input: Input,
): Promise<void> {
  if (!planned.has(input)) return;
  const [begin, end] = [String(input.begin), String(input.end)];
  await warnOfHours(w, item, begin, end);
  const technician = Number(input.users_id_tech ?? row?.users_id_tech ?? 0);
  if (technician > 0) {
    await warnOfOtherWork(w, technician, begin, end, row && { itemtype: task.name, id: Number(row.id) });
  }
}

async function warnOfHours(w: Writing, { row }: ItilItem, begin: string, end: string): Promise<void> {
  const calendar = await readCalendar(w.ctx, await entityCalendar(w, Number(row.entities_id)));
  if (!calendar) return;
  const { translate } = w.ctx;
  const clock = clockOf(w.ctx);
  if (!calendar.isWorkingHour(clock.read(begin)!)) {
    w.messages.add('warning', translate('Start of the selected timeframe is not a working hour.'));
  }
  if (!calendar.isWorkingHour(clock.read(end)!)) {
    w.messages.add('warning', translate('End of the selected timeframe is not a working hour.'));
  }
}

/** `The user tech is busy at the selected timeframe.` and what he does then. */
async function warnOfOtherWork(
  w: Writing,
  technician: number,
  begin: string,
  end: string,
  own: ItemReference | undefined,
): Promise<void> {
  const works = await plannedWork(w, technician, begin, end, own);
  if (works.length === 0) return;
  const { translate } = w.ctx;
  const busy = format(translate('The user %1$s is busy at the selected timeframe.'), await userName(w, technician));
  const lines = works.map((work) => {
    const { label } = catalog.itemtype(work.itemtype)!;
    const kind = translate.plural(label.singular, label.plural, 1);
    const when = format(translate('%1$s: from %2$s to %3$s:'), kind, minute(work.begin), minute(work.end));
    return `- ${when}${work.name.length > LONGEST_NAME ? `${work.name.slice(0, LONGEST_NAME)} (...)` : work.name}`;
  });
  w.messages.add('warning', [busy, ...lines].join('<br>'));
}

const minute = (moment: string): string => moment.slice(0, 16);
/** What a warning shows of a longer name. */
const LONGEST_NAME = 80;

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
