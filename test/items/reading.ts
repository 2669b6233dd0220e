import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { behaviours } from '../../src/behaviours/all.ts';
import type { Context, Site } from '../../src/context.ts';
import { openDatabase } from '../../src/database/database.ts';
import { readSchema } from '../../src/database/schema.ts';
import { EntityTrees } from '../../src/entities/entity-tree.ts';
import { RequestParameters } from '../../src/http/parameters.ts';
import { parsePath } from '../../src/http/path.ts';
import { phpJson } from '../../src/http/php-json.ts';
import { parsePhpQuery } from '../../src/http/php-query.ts';
import { withRights } from '../../src/rights/session-rights.ts';
import { getMultipleItems } from '../../src/routes/get-multiple-items.ts';
import { itemEndpoint } from '../../src/routes/item-endpoint.ts';
import type { Answer, ApiRequest } from '../../src/routes/route.ts';
import { newSession } from '../../src/sessions/new-session.ts';
import type { SessionData } from '../../src/sessions/session.ts';
import { SettingsReader } from '../../src/settings/settings.ts';
import { openTranslations } from '../../src/text/translations.ts';
import { freshGlpi } from '../support/mariadb.ts';

/** A row or an object of an answer. */
export type Item = Record<string, unknown>;

/** Reads of a demo site, with the statements that each has sent. */
export interface Reading {
  readonly site: Site;
  /** GLPI's folder of files. */
  readonly filesDir: string;
  /** Who reads from now on; their session is made anew. */
  signIn(login: string, change?: (session: SessionData) => SessionData): Promise<Context>;
  /** Answers `path?query` as the server would after its checks. */
  get(url: string, more?: { readonly sanitized?: boolean; readonly headers?: Record<string, string> }): Promise<Answer>;
  /** The statements of the last `get`, without what only quotes. */
  readonly statements: readonly string[];
  close(): Promise<void>;
}

export async function openReading(): Promise<Reading> {
  const copy = await freshGlpi();
  let statements: string[] = [];
  const options = { url: copy.url, poolSize: 2, connectTimeout: 5000, queryTimeout: 20_000 };
  const database = openDatabase(options, (sql) => statements.push(sql.replaceAll('`', '')));
  const filesDir = mkdtempSync(path.join(tmpdir(), 'reading-'));
  const translations = openTranslations(undefined);
  const site = {
    config: { parameterLimit: 1000, filesDir },
    behaviours,
    database,
    schema: await readSchema(database.db),
    settings: new SettingsReader(database.db),
    entities: new EntityTrees(database.db),
    translations,
  } as unknown as Site;
  let ctx: Context;

  async function signIn(login: string, change = (session: SessionData) => session): Promise<Context> {
    const account = await database.db
      .selectFrom('glpi_users')
      .selectAll()
      .where('name', '=', login)
      .executeTakeFirstOrThrow();
    site.settings.forget();
    const settings = await site.settings.get();
    const session = await newSession(
      { db: database.db, settings, translations, entities: await site.entities.get(), timeZones: false },
      { account, by: 'password' } as unknown as Parameters<typeof newSession>[1],
    );
    const date = new Date('2026-01-15T10:00:00Z');
    ctx = withRights({
      site,
      db: database.db,
      session: change(session!),
      now: { date, sql: '2026-01-15 10:00:00' },
      settings,
      translate: translations.in('en_GB'),
    });
    return ctx;
  }

  await signIn('glpi');
  return {
    site,
    filesDir,
    signIn,
    get statements() {
      return statements;
    },
    async get(url, { sanitized = true, headers = {} } = {}) {
      const [address = '', query = ''] = url.split('?');
      const found = parsePath(address);
      const values = parsePhpQuery(query, { maxVariables: 1000, maxDepth: 64 });
      const request: ApiRequest = {
        method: 'GET',
        parameters: new RequestParameters(values, { body: 'ignored', sanitizedContent: sanitized }),
        elements: found.elements.slice(1),
        ...(found.kind === 'item' && { item: found.item }),
        clientAddress: '127.0.0.1',
        origin: 'http://127.0.0.1',
        header: (name) => headers[name],
      };
      statements = [];
      // A request's rights remember what they have read: each request has its own.
      const own = withRights(ctx);
      const answer = await (found.kind === 'endpoint' ? getMultipleItems : itemEndpoint(request))(own, request);
      return 'body' in answer ? { ...answer, body: JSON.parse(phpJson(answer.body)) } : answer;
    },
    async close() {
      rmSync(filesDir, { recursive: true });
      await database.close();
      await copy.drop();
    },
  };
}
