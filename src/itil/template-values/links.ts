import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import { formPage, pagesPath } from '../../text/pages.ts';
import { decodeStored } from '../../text/stored-text.ts';
import { escapeHtml } from '../../text/twig/filters.ts';

/** A link, in HTML, to the page of an item that has a name. */
export function linkTo(w: Writing, { name }: Pick<Itemtype, 'name'>, row: Row): string {
  const text = escapeHtml(decodeStored(String(row.name ?? '')));
  const page = `${pagesPath(w.ctx.settings.text('url_base'))}${formPage(name)}?id=${row.id}`;
  return `<a href="${page}" title="${text}">${text}</a>`;
}
