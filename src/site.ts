import type { FastifyBaseLogger } from 'fastify';
import { isAccountUsable } from './auth/account.ts';
import { ApiClients } from './auth/api-clients.ts';
import { LdapDirectories } from './auth/ldap/directories.ts';
import { UsageLog } from './auth/usage-log.ts';
import { behaviours } from './behaviours/all.ts';
import { settlePendingFiles } from './behaviours/management/pending-files.ts';
import { together } from './behaviours/registry.ts';
import type { Config } from './config.ts';
import type { Site } from './context.ts';
import { openDatabase } from './database/database.ts';
import { requireUsableDatabase } from './database/require-glpi.ts';
import { readSchema } from './database/schema.ts';
import { EntityTrees } from './entities/entity-tree.ts';
import { itilLife } from './itil/life.ts';
import { Sender } from './notifications/sending/sender.ts';
import { rulesLife } from './rules/life.ts';
import { serviceLevelsLife } from './service-levels/life.ts';
import { Gate } from './sessions/gate.ts';
import { openSessionStore } from './sessions/open-store.ts';
import { sessionSecret } from './sessions/secret.ts';
import { Sessions } from './sessions/sessions.ts';
import { SettingsReader } from './settings/settings.ts';
import { openTranslations } from './text/translations.ts';

/** Milliseconds to reach the database before a request is answered that it can't be. */
const CONNECT_TIMEOUT = 5000;

/** A GLPI being served: its facts, its sessions, and the checks at its door. */
export interface OpenSite {
  readonly site: Site;
  readonly sessions: Sessions;
  readonly directories: LdapDirectories;
  readonly gate: Gate;
  /** Lets go of database and sessions. */
  close(): Promise<void>;
}

/**
 * Connects to the GLPI that the settings name and reads what stays the same while it runs.
 *
 * @throws UnusableDatabase (one line) when it isn't a GLPI 10.0, can't be reached, or lacks what is needed
 */
export async function openSite(config: Config, log: FastifyBaseLogger): Promise<OpenSite> {
  const database = openDatabase(
    {
      url: config.databaseUrl,
      poolSize: config.databasePoolSize,
      connectTimeout: CONNECT_TIMEOUT,
      queryTimeout: config.databaseQueryTimeout,
    },
    config.logLevel === 'trace' ? (sql) => log.trace({ sql }, 'statement') : undefined,
  );
  const { db } = database;
  try {
    await requireUsableDatabase(db, config);
    if (config.filesDir !== undefined) await settlePendingFiles(db, config.filesDir);
    const report = (error: unknown, message: string): void => log.warn({ err: error }, message);
    const directories = new LdapDirectories(db, config.cryptKey, report);
    const site: Site = {
      config,
      behaviours: together(behaviours, itilLife, rulesLife, serviceLevelsLife),
      schema: await readSchema(db),
      database,
      settings: new SettingsReader(db),
      entities: new EntityTrees(db),
      apiClients: new ApiClients(db),
      translations: openTranslations(config.localesDir, (message) => log.warn(message)),
      directories,
      report,
    };
    const sessions = new Sessions({
      store: await openSessionStore(config, db, (error) => report(error, 'lost the session store')),
      secret: await sessionSecret(config, db),
      lockTimeout: config.sessionLockTimeout,
      accountUsable: (usersId) => isAccountUsable(db, usersId),
      report: (error) => report(error, 'upkeep of sessions failed'),
    });
    sessions.start();
    const { filesDir, cryptKey: keyFile } = config;
    const sender = new Sender({ database, settings: site.settings, filesDir, keyFile, report });
    if (config.notificationsSend) sender.start();
    return {
      site,
      sessions,
      directories,
      gate: new Gate(site, sessions, new UsageLog(db, config.filesDir, report)),
      async close() {
        await sender.stop();
        await sessions.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
