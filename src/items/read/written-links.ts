import type { Itemtype } from '../../catalog/model.ts';
import { WrittenJson } from '../../http/php-json.ts';
import { foreignKeyAt, type Values } from './foreign-keys.ts';
import { UNKNOWN } from './shape.ts';

/** Writes the links of one row of a type; undefined when it has none. */
export type LinkWriter = (row: Values, id: unknown) => WrittenJson | undefined;

/**
 * Prepares the JSON of an item's links, of its keys and then of its children (items-read G2.2, G2.4). A row has dozens
 * of links that differ in nothing but an id, so a page of them is put together from texts, without an object for each.
 *
 * @param url what links begin with
 */
export function linkWriter(itemtype: Itemtype, url: string): LinkWriter {
  const heads = new Map<Itemtype | undefined, string>();
  const headOf = (target: Itemtype | undefined): string => {
    let head = heads.get(target);
    if (head === undefined) {
      const rel = target?.name ?? UNKNOWN;
      head = openLink(rel, `${url}/${rel}/`);
      heads.set(target, head);
    }
    return head;
  };
  const children = itemtype.links.map((child) => ({
    head: openLink(child, `${url}/${itemtype.name}/`),
    tail: `${JSON.stringify(`/${child}/`).slice(1)}}`,
  }));
  return (row, id) => {
    let json = '';
    for (const key in row) {
      const target = foreignKeyAt(row, key);
      if (target) json += `,${headOf(target.itemtype)}${target.id}"}`;
    }
    for (const { head, tail } of children) json += `,${head}${id}${tail}`;
    return json === '' ? undefined : new WrittenJson(`[${json.slice(1)}]`);
  };
}

/** The JSON of a link as far as the text of its address is known. */
function openLink(rel: string, href: string): string {
  return JSON.stringify({ rel, href }).slice(0, -2);
}
