/** What a client is told about a write that went well (items-write W4). */
import type { Input } from '../../behaviours/behaviour.ts';
import { behavioursOf } from '../../behaviours/registry.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import { format } from '../../text/format.ts';
import { phpTrue } from './values.ts';
import type { Writing } from './writing.ts';

/** `Item successfully added: <name>`, unless the class or the input asks for silence. */
export async function sayAdded(w: Writing, itemtype: Itemtype, row: Row, input: Input): Promise<void> {
  if (!itemtype.flags.autoMessageOnAction || phpTrue(input._no_message) || !phpTrue(input._add)) return;
  const own = behavioursOf(w.ctx.site.behaviours, itemtype).find((one) => one.addedMessage);
  const text = await (own?.addedMessage?.(w, itemtype, row) ??
    successText(w, itemtype, row, 'Item successfully added'));
  w.messages.info(text);
}

/** The same for an update, which speaks only when the input asks for it (items-write W4.4). */
export async function sayUpdated(w: Writing, itemtype: Itemtype, row: Row, input: Input): Promise<void> {
  if (!itemtype.flags.autoMessageOnAction || phpTrue(input._no_message)) return;
  if (input._update === undefined && input.update === undefined) return;
  w.messages.info(await successText(w, itemtype, row, 'Item successfully updated'));
}

/** `<text>: <name>`; `<text>: <type> - ID <id>` for an item without a name. */
async function successText(w: Writing, itemtype: Itemtype, row: Row, text: string): Promise<string> {
  const { translate } = w.ctx;
  return format(translate('%1$s: %2$s'), translate(text), await messageName(w, itemtype, row));
}

async function messageName(w: Writing, itemtype: Itemtype, row: Row): Promise<string> {
  const { translate } = w.ctx;
  const id = row[itemtype.indexName];
  const name = (await w.names.plain(itemtype, row)).replace(/\\(.?)/gs, '$1');
  if (name === '') {
    const label = translate.plural(itemtype.label.singular, itemtype.label.plural, 1);
    return format(translate('%1$s - ID %2$d'), label, Number(id));
  }
  return phpTrue(w.ctx.session.preferences.is_ids_visible) ? format(translate('%1$s (%2$s)'), name, Number(id)) : name;
}
