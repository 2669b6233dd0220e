/** People mentioned in texts: they are told, and observe from then on (notifications 2.1). */
import type { Behaviour, Input } from '../behaviours/behaviour.ts';
import { type ItilItem, itilItem, itilParent } from '../behaviours/itil/parent.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Row } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';
import { htmlTokens } from '../text/html-tokens.ts';
import { decodeStored } from '../text/stored-text.ts';
import { actorRows } from './actor-rows.ts';
import { itilKind, kindOfPart, roleNumbers } from './kinds.ts';

/** Columns that may mention somebody. */
const texts = ['content', 'comment_submission', 'comment_validation'];

/** What an event calls the part of an item in which somebody is mentioned. */
const partOptions: Readonly<Record<string, string>> = {
  ITILFollowup: 'followup',
  CommonITILTask: 'task',
  CommonITILValidation: 'validation',
};

/** Who is mentioned in a new or changed text, and wasn't before. */
export const mentions: Behaviour = {
  async afterAdd(w, itemtype, row, input) {
    await tellMentioned(w, itemtype, row, {}, input);
  },

  async afterUpdate(w, itemtype, change) {
    if (!texts.some((column) => change.updates.has(column))) return;
    await tellMentioned(w, itemtype, change.fields as Row, change.old, change.input);
  },
};

async function tellMentioned(w: Writing, itemtype: Itemtype, row: Row, old: Row, input: Input): Promise<void> {
  const before = mentioned(old);
  const fresh = mentioned(row).filter((user) => !before.includes(user));
  if (fresh.length === 0) return;
  const item = await itemOf(w, itemtype, row);
  const kind = item && itilKind(item.itemtype.name);
  if (!item || !kind) return;
  const id = Number(item.row.id);
  const part = [itemtype.name, ...itemtype.ancestors].map((name) => partOptions[name]).find(Boolean);
  const observers = (await actorRows(w, kind, id)).filter(
    (one) => one.kind === 'User' && one.role === roleNumbers.observer,
  );
  for (const user of fresh) {
    if (input._disablenotif === undefined) {
      w.notify(item.itemtype.name, id, 'user_mention', { mentioned: user, ...(part && { [part]: Number(row.id) }) });
      await w.tell();
    }
    if (observers.some(({ actor }) => actor === user)) continue;
    await w.add(kind.links.User, { [item.itemtype.foreignKey]: id, users_id: user, type: roleNumbers.observer });
  }
}

/** The item itself, or the one that the row is a part of. */
async function itemOf(w: Writing, itemtype: Itemtype, row: Row): Promise<ItilItem | undefined> {
  if (itilKind(itemtype.name)) return { itemtype, row };
  const owner = kindOfPart(itemtype.name)?.itemtype;
  return owner ? itilItem(w.ctx, owner.name, row[owner.foreignKey]) : itilParent(w.ctx, row);
}

/** Ids of the users whom a row's texts mention, each once. */
function mentioned(row: Row): number[] {
  const found = new Set<number>();
  for (const column of texts) {
    const text = String(row[column] ?? '');
    if (!text.includes('data-user-mention')) continue;
    for (const token of htmlTokens(decodeStored(text))) {
      if (token.kind !== 'open') continue;
      const value = (name: string) => token.attributes.find((one) => one.name === name)?.value;
      const id = Number(value('data-user-id'));
      if (value('data-user-mention') === 'true' && id > 0) found.add(id);
    }
  }
  return [...found];
}
