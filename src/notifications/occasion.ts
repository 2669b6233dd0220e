/** What raising a notification needs to know of its surroundings. */
import type { Context, Moment, Site } from '../context.ts';
import type { Db, Row } from '../database/database.ts';
import type { Settings } from '../settings/settings.ts';
import type { Translate } from '../text/translations.ts';

export interface Occasion {
  readonly site: Site;
  /** The transaction of what happened. */
  readonly db: Db;
  readonly settings: Settings;
  readonly now: Moment;
  /** Whose doing it is; undefined when nobody is signed in. */
  readonly author: { readonly id: number; readonly wantsOwn: boolean } | undefined;
  /** Who the history says it was. */
  readonly authorName: string;
  /** Order of people's names: `names_format`. */
  readonly namesFormat: number;
  /** Of the moments that rows are read in; null: the database's. */
  readonly timeZone: string | null;
}

/** Something that happened to an item, under GLPI's name of it (notifications 2). */
export interface Raised {
  readonly itemtype: string;
  readonly id: number;
  readonly event: string;
  /** What it is about beyond the item: ids of a `followup`, `task`, `validation`, `solution` … */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Whom a text is written for. Recipients with equal readers get the same text. */
export interface Reader {
  /** An address that belongs to nobody can't sign in: it gets no links to the site. */
  readonly kind: 'user' | 'administrator' | 'stranger';
  readonly translate: Translate;
  readonly dateFormat: number;
  /** Null: that of the occasion. */
  readonly timeZone: string | null;
  readonly seesPrivate: boolean;
  readonly isCentral: boolean;
}

/** The occasion of a request. */
export function occasionOf({ site, db, settings, now, session, rights }: Context): Occasion {
  const { notification_to_myself: own, names_format: names } = session.preferences;
  return {
    site,
    db,
    settings,
    now,
    author: { id: rights.userId, wantsOwn: Number(own ?? settings.number('notification_to_myself')) !== 0 },
    authorName: `${session.user.friendlyName} (${session.user.id})`,
    namesFormat: Number(names ?? settings.number('names_format')),
    timeZone: session.timeZone,
  };
}

/** The occasion of a request without a session. */
export const strangersOccasion = (place: Pick<Context, 'site' | 'db' | 'settings' | 'now'>): Occasion => ({
  ...place,
  author: undefined,
  authorName: '',
  namesFormat: place.settings.number('names_format'),
  timeZone: null,
});

/** Rows of a table by their ids, in one statement. */
export async function rowsById(
  { db }: Occasion,
  table: string,
  ids: readonly unknown[],
  columns?: readonly string[],
): Promise<Map<number, Row>> {
  const wanted = [...new Set(ids.map(Number))].filter((id) => id > 0);
  if (wanted.length === 0) return new Map();
  const query = db.selectFrom(table).where('id', 'in', wanted);
  const rows: Row[] = await (columns ? query.select(['id', ...columns]) : query.selectAll()).execute();
  return new Map(rows.map((row) => [Number(row.id), row]));
}
