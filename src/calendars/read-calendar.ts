/** Calendars as rows: `glpi_calendars` with its segments and close times. */
import { entitySetting } from '../catalog/constants.ts';
import type { Context } from '../context.ts';
import type { Db } from '../database/database.ts';
import type { EntityTree } from '../entities/entity-tree.ts';
import { type WallClock, wallClock } from './wall-clock.ts';
import { clockSeconds } from './wall-time.ts';
import { WorkingCalendar } from './working-calendar.ts';

/** What a request needs of its context to count time. */
type Surroundings = Pick<Context, 'db' | 'session'>;

/** The clock that a request goes by: that of the zone in which it reads and writes rows. */
export const clockOf = ({ session }: Pick<Context, 'session'>): WallClock => wallClock(session.timeZone);

const known = new WeakMap<Db, Map<number, Promise<WorkingCalendar | undefined>>>();

/**
 * The calendar of an id; undefined when there is none, or one that is never open: time then counts round the clock.
 * Read once per transaction.
 */
export function readCalendar(ctx: Surroundings, id: number): Promise<WorkingCalendar | undefined> {
  if (id <= 0) return Promise.resolve(undefined);
  let calendars = known.get(ctx.db);
  if (!calendars) {
    calendars = new Map();
    known.set(ctx.db, calendars);
  }
  let calendar = calendars.get(id);
  if (!calendar) {
    calendar = load(ctx, [id]).then((found) => found.get(id));
    calendars.set(id, calendar);
  }
  return calendar;
}

/** Every calendar of an entity, and every recursive one of those above it, in which a moment is a working hour. */
export async function calendarsOpenAt(
  ctx: Surroundings,
  moment: number,
  [entity, above]: readonly [entity: number, above: readonly number[]],
): Promise<number[]> {
  const rows: { id: number }[] = await ctx.db
    .selectFrom('glpi_calendars')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('entities_id', '=', entity),
        ...(above.length > 0 ? [eb.and([eb('is_recursive', '=', 1), eb('entities_id', 'in', above)])] : []),
      ]),
    )
    .execute();
  if (rows.length === 0) return [];
  const calendars = await load(
    ctx,
    rows.map(({ id }) => id),
  );
  return [...calendars].filter(([, calendar]) => calendar.isWorkingHour(moment)).map(([id]) => id);
}

/** The calendar of an entity, which its children inherit (`calendars_strategy`); 0 for none. */
export async function entityCalendarId(db: Db, tree: EntityTree, entity: number): Promise<number> {
  const chain = [entity, ...tree.ancestors(entity).toReversed()];
  const rows: { id: number; calendars_strategy: number; calendars_id: number }[] = await db
    .selectFrom('glpi_entities')
    .select(['id', 'calendars_strategy', 'calendars_id'])
    .where('id', 'in', chain)
    .execute();
  const deciding = chain.map((id) => rows.find((row) => row.id === id)).find((row) => row && !inherits(row));
  return deciding?.calendars_strategy === 0 ? deciding.calendars_id : 0;
}

/** Seconds that count between two moments: in open hours of the calendar, or all of them without one. */
export const secondsBetween = (calendar: WorkingCalendar | undefined, from: number, to: number): number =>
  calendar ? calendar.activeSeconds(from, to) : Math.max(0, to - from);

const inherits = ({ calendars_strategy }: { calendars_strategy: number }): boolean =>
  calendars_strategy === entitySetting.inherit;

/** Those of the ids that are ever open. */
async function load(ctx: Surroundings, ids: readonly number[]): Promise<Map<number, WorkingCalendar>> {
  const { db } = ctx;
  const segments: { calendars_id: number; day: number; begin: string; end: string }[] = await db
    .selectFrom('glpi_calendarsegments')
    .select(['calendars_id', 'day', 'begin', 'end'])
    .where('calendars_id', 'in', ids)
    .execute();
  if (segments.length === 0) return new Map();
  const open = [...new Set(segments.map(({ calendars_id }) => calendars_id))];
  const closeTimes: { calendars_id: number; begin_date: string; end_date: string; is_perpetual: number }[] = await db
    .selectFrom('glpi_calendars_holidays')
    .innerJoin('glpi_holidays', 'glpi_holidays.id', 'glpi_calendars_holidays.holidays_id')
    .select(['calendars_id', 'begin_date', 'end_date', 'is_perpetual'])
    .where('calendars_id', 'in', open)
    .where('begin_date', 'is not', null)
    .where('end_date', 'is not', null)
    .execute();
  return new Map(
    open.map((id) => [
      id,
      new WorkingCalendar(
        Array.from({ length: 7 }, (_, day) =>
          segments
            .filter((segment) => segment.calendars_id === id && segment.day === day)
            .map(({ begin, end }) => ({ begin: clockSeconds(begin), end: clockSeconds(end) })),
        ),
        closeTimes
          .filter(({ calendars_id }) => calendars_id === id)
          .map(({ begin_date, end_date, is_perpetual }) => ({
            begin: begin_date,
            end: end_date,
            isPerpetual: is_perpetual === 1,
          })),
        clockOf(ctx),
      ),
    ]),
  );
}
