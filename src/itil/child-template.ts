/** Texts of followups, tasks and solutions made from templates (itil 10.6). */

import type { Behaviour, Input } from '../behaviours/behaviour.ts';
import type { ItilItem } from '../behaviours/itil/parent.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Writing } from '../items/write/writing.ts';
import { format } from '../text/format.ts';
import { decodeStored, encodeStored } from '../text/stored-text.ts';
import { isTwigError, TwigSecurityError } from '../text/twig/errors.ts';
import { parseTemplate } from '../text/twig/parser.ts';
import { renderTwig } from '../text/twig/render.ts';
import { itemOfTemplate } from './template-values/item.ts';

/** Columns of a template that aren't those of what is made from it. */
const ownColumns = ['id', 'name', 'content', 'comment', 'entities_id', 'is_recursive', 'date_mod', 'date_creation'];

/**
 * Completes an input from the template that it names: the text with the item's values in it, other columns unless given.
 * False for a template that there isn't.
 */
export async function fillFromTemplate(
  w: Writing,
  itemtype: string,
  id: number,
  item: ItilItem,
  input: Input,
): Promise<boolean> {
  const type = catalog.itemtype(itemtype)!;
  const template = id > 0 ? await w.load(type, id) : undefined;
  if (!template) return false;
  input.content = await renderTemplate(w, String(template.content ?? ''), item);
  for (const [column, value] of Object.entries(template)) {
    if (!ownColumns.includes(column) && input[column] === undefined) input[column] = value;
  }
  return true;
}

/**
 * A template's text for an item, as it is stored; plain text becomes a paragraph. A template that can't be used stands as
 * it is.
 */
export async function renderTemplate(w: Writing, content: string, item: ItilItem): Promise<string> {
  let text: string;
  try {
    text = await renderTwig(decodeStored(content), itemOfTemplate(w, item), { now: w.ctx.now.sql });
  } catch (error) {
    if (!isTwigError(error)) throw error;
    return content;
  }
  const isMarkup = /<[a-z][^>]*>/i.test(text);
  return encodeStored(isMarkup ? text : `<p>${text.replace(/\r?\n/g, (line) => `<br />${line}`)}</p>`);
}

/** Templates whose text asks for what there isn't, or what users may not do, are refused. */
export const childTemplateLife: Behaviour = {
  prepareAdd: (w, _itemtype, input) => isUsable(w, input.content),
  prepareUpdate: (w, _itemtype, _row, input) => isUsable(w, input.content),
};

function isUsable(w: Writing, content: unknown): boolean {
  if (content === undefined || content === null) return true;
  const { translate } = w.ctx;
  try {
    parseTemplate(decodeStored(String(content)));
    return true;
  } catch (error) {
    if (!isTwigError(error)) throw error;
    const reason =
      error instanceof TwigSecurityError
        ? format(translate('Invalid twig template (%s)'), error.message)
        : translate('Invalid twig template syntax');
    w.messages.error(`${translate('Content')}: ${reason}`);
    return false;
  }
}
