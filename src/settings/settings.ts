import type { Db } from '../database/database.ts';

/** GLPI's settings of the context `core`, by name (`glpi_configs`). */
export interface Settings {
  /** The text of a setting; null when absent. */
  text(name: string): string | null;
  /** True for a setting that PHP takes for true (not absent, empty or `0`). */
  on(name: string): boolean;
  /** The whole number at the start of a setting; 0 when there is none. */
  number(name: string): number;
  /** Every setting of a context, in order of name and id. */
  context(context: string): ReadonlyMap<string, string | null>;
}

/** How long settings may be used before they are read again, in milliseconds. */
const FRESH_FOR = 1000;

/**
 * Reads the settings at most once a second: GLPI's own pages and anybody's SQL may change them at any moment, and a
 * change has to be in force within that second.
 */
export class SettingsReader {
  readonly #db: Db;
  #current: Promise<Settings> | undefined;
  #readAt = 0;

  constructor(db: Db) {
    this.#db = db;
  }

  /** The settings, not older than a second. */
  get(): Promise<Settings> {
    const now = performance.now();
    if (!this.#current || now - this.#readAt > FRESH_FOR) {
      this.#readAt = now;
      const reading = readSettings(this.#db);
      this.#current = reading;
      reading.catch(() => this.forget());
    }
    return this.#current;
  }

  /** After a write of our own to `glpi_configs`: the next `get` reads again. */
  forget(): void {
    this.#current = undefined;
  }
}

async function readSettings(db: Db): Promise<Settings> {
  const rows: { context: string; name: string; value: string | null }[] = await db
    .selectFrom('glpi_configs')
    .select(['context', 'name', 'value'])
    .orderBy('id')
    .execute();
  const contexts = new Map<string, Map<string, string | null>>();
  for (const { context, name, value } of rows) {
    let settings = contexts.get(context);
    if (!settings) {
      settings = new Map();
      contexts.set(context, settings);
    }
    settings.set(name, value);
  }
  const core = contexts.get('core') ?? new Map<string, string | null>();
  return {
    text: (name) => core.get(name) ?? null,
    on: (name) => !['', '0', null, undefined].includes(core.get(name)),
    number: (name) => Number.parseInt(core.get(name) ?? '0', 10) || 0,
    context: (name) => contexts.get(name) ?? new Map(),
  };
}
