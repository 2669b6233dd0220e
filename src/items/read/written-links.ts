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
  const children = betweenIds(itemtype, url);
  return (row, id) => {
    let json = '';
    for (const key in row) {
      const target = foreignKeyAt(row, key);
      if (target) json += `${json === '' ? '[' : ','}${headOf(target.itemtype)}${target.id}"}`;
    }
    if (children.length > 1) json += `${json === '' ? '[' : ','}${children.join(String(id))}`;
    return json === '' ? undefined : new WrittenJson(`${json}]`);
  };
}

/** The links to an item's children, cut where its id stands; joining by the id is the quickest way to write them. */
function betweenIds({ name, links }: Itemtype, url: string): readonly string[] {
  const pieces = [''];
  for (const [at, child] of links.entries()) {
    pieces[at] += `${at > 0 ? ',' : ''}${openLink(child, `${url}/${name}/`)}`;
    pieces.push(`${JSON.stringify(`/${child}/`).slice(1)}}`);
  }
  return pieces;
}

/** The JSON of a link as far as the text of its address is known. */
function openLink(rel: string, href: string): string {
  return JSON.stringify({ rel, href }).slice(0, -2);
}
