/** Whom the messages of a massive action speak of (massive-actions 1.3). */
import * as catalog from '../catalog/catalog.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Row } from '../database/database.ts';
import { truthy } from '../http/php-values.ts';
import type { Writing } from '../items/write/writing.ts';
import { READ } from '../rights/bits.ts';
import { format } from '../text/format.ts';
import { namedEntities } from '../text/named-entities.ts';
import { formPage, pagesPath } from '../text/pages.ts';
import { decodeStored } from '../text/stored-text.ts';

/** An item with a row, or one that was looked for in vain (`row` is undefined). */
export interface ShownItem {
  readonly itemtype: Itemtype;
  readonly row: Row | undefined;
}

const texts = {
  right: 'Authorization error',
  action: 'Error on executing the action',
  missing: 'Unable to get item',
  compatibility: 'Incompatible items',
  already: 'Item already defined',
} as const;

/** Why an item was not done. */
export type Reason = keyof typeof texts;

/** `<item>: <reason>`; nothing before the colon when no item was looked at. */
export async function reasonText(w: Writing, shown: ShownItem | undefined, reason: Reason): Promise<string> {
  const { translate } = w.ctx;
  return format(translate('%1$s: %2$s'), shown ? await itemLink(w, shown) : '', translate(texts[reason]));
}

/** The item's name with a link to its page, if it has one and the session may see the item. */
export async function itemLink(w: Writing, { itemtype, row }: ShownItem): Promise<string> {
  const name = row ? await w.names.plain(itemtype, row) : '';
  const text = name === '' ? w.ctx.translate('N/A') : withId(w, name, row?.[itemtype.indexName]);
  if (itemtype.flags.noFormPage) return text;
  if (row && !(await w.ctx.rights.canItem(itemtype, row, READ))) return text;
  const id = row?.[itemtype.indexName] ?? 0;
  const long = itemtype.completenameField ? String(row?.[itemtype.completenameField] ?? name) : name;
  const title = name === '' ? '' : ` title="${namedEntities(decodeStored(withId(w, long, id)))}"`;
  const page = `${pagesPath(w.ctx.settings.text('url_base'))}${formPage(itemtype.name)}`;
  return `<a  href='${page}?id=${id}' ${title}>${text}</a>`;
}

function withId(w: Writing, name: string, id: unknown): string {
  return truthy(w.ctx.session.preferences.is_ids_visible)
    ? format(w.ctx.translate('%1$s (%2$s)'), name, String(id))
    : name;
}

/** An item of a class by the class's name, for messages about items other than the action's own. */
export function shownItem(name: string, row: Row | undefined): ShownItem | undefined {
  const itemtype = catalog.itemtype(name);
  return itemtype && { itemtype, row };
}
