/** Applies massive actions (massive-actions 1.3). */

import type { Input } from '../behaviours/behaviour.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Context } from '../context.ts';
import { clean } from '../items/write/clean.ts';
import { inTransaction } from '../items/write/transaction.ts';
import { takeTreeTurn } from '../items/write/tree-turn.ts';
import { Writing } from '../items/write/writing.ts';
import type { Count, MassiveAction, Order, Verdict } from './action.ts';
import { findAction } from './actions/index.ts';
import { OneItem, type Speaking } from './one-item.ts';

/** Counters and messages of an action, as the answer shows them. */
export interface Tally extends Record<Count, number> {
  readonly messages: string[];
}

/** After so many items what the request remembers of rows and names is dropped. */
const BATCH = 200;

/**
 * Applies the action `key` to items, each in a transaction of its own.
 *
 * @param sent input as the client sent it; it is cleaned like that of any write
 * @param ids as the client sent them
 * @returns undefined when there is no such action for the type; `nothing` when GLPI answers nothing
 */
export async function applyAction(
  ctx: Context,
  itemtype: Itemtype,
  key: string,
  ids: readonly string[],
  sent: Input,
): Promise<Tally | 'nothing' | undefined> {
  const action = findAction(itemtype, key);
  if (!action) return undefined;
  if (action.isMute) return 'nothing';
  const order: Order = { ctx, itemtype, ids, input: clean(structuredClone(sent)) };
  const tally: Tally = { ok: 0, noaction: 0, ko: 0, noright: 0, messages: [] };
  if (action.starts && !(await action.starts(order))) return tally;
  if (action.together) await applyTogether(action, order, tally);
  else if (action.unbound) await applyUnbound(action, order, tally);
  else await applyEach(action, order, tally);
  return tally;
}

async function applyEach(action: MassiveAction, order: Order, tally: Tally): Promise<void> {
  const speaking: Speaking = { shown: undefined };
  for (const [at, id] of order.ids.entries()) {
    if (at % BATCH === 0) order.ctx.rights.forget();
    const before = speaking.shown;
    const { result } = await inTransaction(
      order.ctx,
      async (w) => {
        speaking.shown = before;
        await takeTreeTurn(w, order.itemtype);
        return action.apply(new OneItem(w, order, id, speaking));
      },
      isKept,
    );
    count(tally, result);
  }
}

async function applyUnbound(action: MassiveAction, order: Order, tally: Tally): Promise<void> {
  const speaking: Speaking = { shown: undefined };
  for (const id of order.ids) {
    order.ctx.rights.forget();
    count(tally, await action.apply(new OneItem(new Writing(order.ctx), order, id, speaking)));
  }
}

/** What the first failure is to all that comes after it, and took back what came before. */
async function applyTogether(action: MassiveAction, order: Order, tally: Tally): Promise<void> {
  const { result } = await inTransaction(
    order.ctx,
    async (w) => {
      await takeTreeTurn(w, order.itemtype);
      const speaking: Speaking = { shown: undefined };
      const verdicts: (Verdict | undefined)[] = [];
      for (const id of order.ids) {
        const verdict = await action.apply(new OneItem(w, order, id, speaking));
        verdicts.push(verdict);
        if (!isKept(verdict)) break;
      }
      return verdicts;
    },
    (verdicts) => verdicts.every(isKept),
  );
  for (const verdict of result) count(tally, verdict);
}

const isKept = (verdict: Verdict | undefined): boolean =>
  verdict !== undefined && (verdict.keep === true || verdict.counts.includes('ok'));

function count(tally: Tally, verdict: Verdict | undefined): void {
  for (const one of verdict?.counts ?? []) tally[one]++;
  tally.messages.push(...(verdict?.messages ?? []));
}
