import { behaviours } from '../../src/behaviours/all.ts';
import type { Context, Site } from '../../src/context.ts';
import type { Database } from '../../src/database/database.ts';
import { readSchema } from '../../src/database/schema.ts';
import { EntityTrees } from '../../src/entities/entity-tree.ts';
import { withRights } from '../../src/rights/session-rights.ts';
import { newSession } from '../../src/sessions/new-session.ts';
import type { ActiveEntities, SessionData } from '../../src/sessions/session.ts';
import { SettingsReader } from '../../src/settings/settings.ts';
import type { Translations } from '../../src/text/translations.ts';

const english = { in: () => (text: string) => text } as unknown as Translations;

/** What a test needs to ask for rights in a database. */
export async function siteOn(database: Database): Promise<Site> {
  return {
    behaviours,
    database,
    schema: await readSchema(database.db),
    settings: new SettingsReader(database.db),
    entities: new EntityTrees(database.db),
    translations: english,
  } as unknown as Site;
}

/** The context of a request by a user who has just signed in. */
export async function contextOf(site: Site, login: string): Promise<Context> {
  const { db } = site.database;
  const account = await db.selectFrom('glpi_users').selectAll().where('name', '=', login).executeTakeFirstOrThrow();
  const settings = await site.settings.get();
  const session = await newSession(
    { db, settings, translations: english, entities: await site.entities.get(), timeZones: false },
    { account, by: 'password' } as unknown as Parameters<typeof newSession>[1],
  );
  if (!session) throw new Error(`${login} has no profile`);
  return contextWith(site, session);
}

/** The context of a request by a user of whom only the profile matters; no statement can be sent. */
export function contextOfProfile(
  profile: { readonly interface: 'central' | 'helpdesk'; readonly rights: Readonly<Record<string, number>> },
  entities: Partial<ActiveEntities> = {},
): Context {
  const active = { id: 0, recursive: 1, ids: [0], parents: [], all: true, ...entities };
  return contextWith(
    { behaviours, translations: english } as unknown as Site,
    {
      user: { id: 2 },
      groups: [],
      activeProfile: {
        id: 1,
        name: 'test',
        interface: profile.interface,
        fields: profile.rights,
        entities: [{ id: 0, name: 'Root entity', is_recursive: 1 }],
      },
      entities: active,
    } as unknown as SessionData,
  );
}

function contextWith(site: Site, session: SessionData): Context {
  const date = new Date('2026-01-15T10:00:00Z');
  return withRights({
    site,
    db: site.database?.db,
    session,
    now: { date, sql: '2026-01-15 10:00:00' },
    settings: undefined,
    translate: (text: string) => text,
  } as unknown as Omit<Context, 'rights'>);
}
