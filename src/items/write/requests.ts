/** What a request wants written: rights are tested, the input is cleaned, and one item is one transaction. */
import type { Input } from '../../behaviours/behaviour.ts';
import { behavioursOf } from '../../behaviours/registry.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Context } from '../../context.ts';
import type { Row } from '../../database/database.ts';
import { DELETE, PURGE, UPDATE } from '../../rights/bits.ts';
import { format } from '../../text/format.ts';
import { clean } from './clean.ts';
import { cloneItem, cloneSource } from './clone.ts';
import { isPurge } from './delete-item.ts';
import { holdOwners } from './links.ts';
import { textOfRefusal } from './refused-statements.ts';
import { inTransaction } from './transaction.ts';
import { takeTreeTurn } from './tree-turn.ts';
import { updateItem } from './update-item.ts';
import { textOf } from './values.ts';
import type { Writing } from './writing.ts';

/** How a write ended. */
export type Outcome =
  | { readonly done: true; readonly id: number; readonly message: string }
  | { readonly done: false; readonly id: number; readonly message: string; readonly missing?: true };

const PERMISSION = "You don't have permission to perform this action.";

/** POST (items-write W2). */
export async function requestAdd(ctx: Context, itemtype: Itemtype, sent: Input): Promise<Outcome> {
  const { result, w } = await inTransaction(
    ctx,
    async (w) => {
      const input = structuredClone(sent);
      await takeTreeTurn(w, itemtype);
      await holdOwners(w, itemtype, input, 'update');
      if (!(await w.ctx.rights.canCreate(itemtype, input))) return 'refused' as const;
      if (input.entities_id === undefined || input.entities_id === null) {
        input.entities_id = ctx.session.entities?.id ?? 0;
      }
      const cleaned = { ...clean(input), _add: true };
      const source = await cloneSource(w, itemtype, cleaned);
      return source ? cloneItem(w, itemtype, source, cleaned) : w.add(itemtype, cleaned);
    },
    (id) => typeof id === 'number',
  );
  if (result === 'refused') return { done: false, id: 0, message: ctx.translate(PERMISSION) };
  const message = messageOf(w);
  return result === undefined ? { done: false, id: 0, message } : { done: true, id: result, message };
}

/** PUT, PATCH (items-write W7). */
export async function requestUpdate(ctx: Context, itemtype: Itemtype, id: number, sent: Input): Promise<Outcome> {
  const { result, w } = await inTransaction(
    ctx,
    async (w) => {
      await takeTreeTurn(w, itemtype, sent);
      const row = await w.lock(itemtype, id);
      if (!row) return 'missing' as const;
      if (!(await w.ctx.rights.canItem(itemtype, row, UPDATE))) return 'refused' as const;
      const input = clean(structuredClone(sent));
      w.requested = row;
      if (!isWithinReach(w, itemtype, row, input)) return 'refused' as const;
      await holdOwners(w, itemtype, { ...row, ...input }, 'update', row);
      if (!(await mayMove(w, itemtype, row, input))) return false;
      return updateItem(w, itemtype, row, input);
    },
    (result) => result === true,
  );
  if (result === 'missing') return { done: false, id, message: '', missing: true };
  if (result === 'refused') return { done: false, id, message: ctx.translate(PERMISSION) };
  // A row that is addressed by another's number answers with its own.
  return { done: result, id: Number(w.requested?.id ?? id), message: messageOf(w) };
}

/** DELETE (items-write W8). */
export async function requestDelete(
  ctx: Context,
  itemtype: Itemtype,
  id: number,
  sent: Input,
  { force, history }: { readonly force: boolean; readonly history: boolean },
): Promise<Outcome> {
  const { result, w } = await inTransaction(
    ctx,
    async (w) => {
      await takeTreeTurn(w, itemtype);
      const row = await w.lock(itemtype, id);
      if (!row) return 'missing' as const;
      const operation = isPurge(itemtype, row, force) ? PURGE : DELETE;
      if (!(await w.ctx.rights.canItem(itemtype, row, operation))) return 'refused' as const;
      return w.delete(itemtype, row, { force, history, input: clean(structuredClone(sent)) });
    },
    (result) => result === true,
  );
  if (result === 'missing') return { done: false, id, message: ctx.translate('Item not found'), missing: true };
  if (result === 'refused') return { done: false, id, message: ctx.translate(PERMISSION) };
  return { done: result, id, message: messageOf(w) };
}

/** An item moves only to an entity that is there and that the session may act in. */
function isWithinReach({ ctx }: Writing, itemtype: Itemtype, row: Row, { entities_id: wanted }: Input): boolean {
  const stays = wanted === undefined || Number(wanted) === Number(row.entities_id) || !Number.isInteger(Number(wanted));
  if (stays || !itemtype.flags.entityAssign || !('entities_id' in row)) return true;
  return ctx.rights.haveAccess(Number(wanted), false);
}

/** Children and relations get only parents and peers that the session could link them to (rights R6.6). */
async function mayMove(
  w: Writing,
  itemtype: Itemtype,
  row: Parameters<typeof updateItem>[2],
  input: Input,
): Promise<boolean> {
  if (behavioursOf(w.ctx.site.behaviours, itemtype).some((one) => one.movesFreely)) return true;
  if (await w.ctx.rights.canMove(itemtype, row, input)) return true;
  const { translate } = w.ctx;
  const label = translate.plural(itemtype.label.singular, itemtype.label.plural, 2);
  w.messages.error(
    format(
      translate('Cannot update item %s #%s: not enough right on the parent(s) item(s)'),
      label,
      textOf(row[itemtype.indexName]),
    ),
  );
  return false;
}

/** The last message; if there was none, what the database refused (items-write W4.1). */
function messageOf(w: Writing): string {
  return w.messages.last || (w.refusedStatement ? w.ctx.translate(textOfRefusal(w.refusedStatement) ?? '') : '');
}
