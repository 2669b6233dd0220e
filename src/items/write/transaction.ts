/** One item, one transaction: all of it or nothing. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../../context.ts';
import { withRights } from '../../rights/session-rights.ts';
import { Writing } from './writing.ts';

/** How often a write that the server broke off for another's sake is tried. */
const TRIES = 12;

/** Milliseconds after which it isn't tried again: a lock can take long to be refused. */
const PATIENCE = 20_000;

/** Milliseconds before the second try, at most; before each further one twice as many, up to a tenth of a second. */
const PAUSE = 5;
const LONGEST_PAUSE = 100;

/** The server chose this transaction to end a deadlock, or it waited too long for a lock. */
const brokenOff = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD']);

/**
 * Runs `write` in a transaction. It is committed when `succeeded` says so of the result, else taken back. A transaction
 * broken off by a deadlock starts again after a short pause, a bounded number of times.
 */
export async function inTransaction<T>(
  ctx: Context,
  write: (w: Writing) => Promise<T>,
  succeeded: (result: T) => boolean,
): Promise<{ readonly result: T; readonly w: Writing }> {
  const begin = performance.now();
  for (let attempt = 1; ; attempt++) {
    const transaction = await ctx.db.startTransaction().execute();
    const site = { ...ctx.site, entities: ctx.site.entities.within(transaction) };
    const w = new Writing(withRights({ ...ctx, site, db: transaction }));
    let committed = false;
    try {
      const result = await write(w);
      if (succeeded(result)) {
        await w.history.flush(w.ctx);
        await w.complete();
        await transaction.commit().execute();
        committed = true;
      } else await transaction.rollback().execute();
      await w.settle(committed);
      return { result, w };
    } catch (error) {
      if (!committed) {
        await transaction
          .rollback()
          .execute()
          .catch(() => undefined);
        await w.settle(false);
      }
      const isLate = attempt === TRIES || performance.now() - begin > PATIENCE;
      if (committed || isLate || !isBrokenOff(error)) throw error;
      // Those who met in a deadlock shouldn't meet again.
      await sleep(Math.random() * Math.min(LONGEST_PAUSE, PAUSE * 2 ** attempt));
    }
  }
}

const isBrokenOff = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && brokenOff.has(String(error.code));
