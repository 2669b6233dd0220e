/** History rows (items-write W13). */
import type { Context } from '../../context.ts';
import { textOf } from './values.ts';

export interface HistoryRow {
  readonly itemtype: string;
  readonly id: number;
  /** Class on the other side; `''` for a changed column, `0` where there is no other side. */
  readonly link?: string;
  readonly action: number;
  readonly option?: number;
  readonly old?: unknown;
  readonly new?: unknown;
}

/** Characters of a value that a row keeps. */
const KEPT = 180;

/** The rows that one write leaves, in order; sent in one statement at its end. */
export class History {
  #rows: HistoryRow[] = [];

  add(row: HistoryRow): void {
    this.#rows.push(row);
  }

  /** Writes the rows in the transaction of `ctx`. */
  async flush(ctx: Context): Promise<void> {
    const rows = this.#rows;
    this.#rows = [];
    if (rows.length === 0) return;
    const user = historyUser(ctx);
    for (let from = 0; from < rows.length; from += 500) {
      await ctx.db
        .insertInto('glpi_logs')
        .values(
          rows.slice(from, from + 500).map((row) => ({
            itemtype: row.itemtype,
            items_id: row.id,
            itemtype_link: row.link ?? '',
            linked_action: row.action,
            user_name: user,
            date_mod: ctx.now.sql,
            id_search_option: row.option ?? 0,
            old_value: kept(row.old),
            new_value: kept(row.new),
          })),
        )
        .execute();
    }
  }
}

/** The word NULL is SQL's here too (items-write W13.4). */
const kept = (value: unknown): string | null => (value === 'NULL' ? null : [...textOf(value)].slice(0, KEPT).join(''));

/** The author as rows name them: real name before first name, whatever the author prefers; else the login. */
function historyUser(ctx: Context): string {
  const { user } = ctx.session;
  const name = [user.realname, user.firstname].filter(Boolean).join(' ') || user.name;
  return [...`${name} (${user.id})`].slice(0, 255).join('');
}
