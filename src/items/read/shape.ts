import type { Itemtype } from '../../catalog/model.ts';
import type { Context } from '../../context.ts';
import type { Names, WantedNames } from '../names.ts';
import { foreignKeyAt, type Values } from './foreign-keys.ts';

/** A link of an answer (HATEOAS). */
export interface Link {
  readonly rel: string;
  readonly href: string;
}

/** What is written in place of a type that isn't known. */
export const UNKNOWN = 'UNKNOWN';

/** Which changes an answer's keys undergo (items-read G2). */
export interface Shape {
  readonly links: boolean;
  readonly expand: boolean;
}

/** The address that links begin with: the setting `url_base_api` without slashes at its ends. */
export function apiUrl(ctx: Context): string {
  return (ctx.settings.text('url_base_api') ?? '').replace(/^\/+|\/+$/g, '');
}

/** Gathers the items whose names `shapeValues` will write, in a row and in all that is nested in it. */
export function collectNames(values: Values, wanted: WantedNames): void {
  for (const [key, value] of Object.entries(values)) {
    if (isNested(value)) collectNames(value, wanted);
    const target = foreignKeyAt(values, key);
    if (target?.itemtype) wanted.add(target.itemtype, target.id);
  }
}

/**
 * Writes names in place of ids and adds `links` after the other keys, in a row and in each object nested in it
 * (items-read G2.1–G2.5).
 *
 * @param own links that follow those of the row's own keys
 */
export function shapeValues(
  values: Values,
  shape: Shape,
  names: Names,
  url: string,
  own: readonly Link[] = [],
): Record<string, unknown> {
  const shaped = shapeKeys(values, shape, names, url);
  const links = shape.links ? [...keyLinks(values, url), ...own] : [];
  if (links.length > 0) shaped.links = links;
  return shaped;
}

/** The same without the row's own links. */
export function shapeKeys(values: Values, shape: Shape, names: Names, url: string): Record<string, unknown> {
  const shaped: Record<string, unknown> = {};
  for (const key in values) {
    const target = shape.expand ? foreignKeyAt(values, key) : undefined;
    if (!target) shaped[key] = shapeNested(values[key], shape, names, url);
    else shaped[key] = target.itemtype ? names.dropdown(target.itemtype, target.id) : '';
  }
  return shaped;
}

function keyLinks(values: Values, url: string): Link[] {
  return Object.keys(values).flatMap((key) => {
    const target = foreignKeyAt(values, key);
    if (!target) return [];
    const rel = target.itemtype?.name ?? UNKNOWN;
    return { rel, href: `${url}/${rel}/${target.id}` };
  });
}

/** Links to the lists of an item's children (items-read G2.4). */
export function childLinks(itemtype: Itemtype, id: unknown, url: string): Link[] {
  return itemtype.links.map((child) => ({ rel: child, href: `${url}/${itemtype.name}/${id}/${child}/` }));
}

function shapeNested(value: unknown, shape: Shape, names: Names, url: string): unknown {
  if (Array.isArray(value)) return value.map((item) => shapeNested(item, shape, names, url));
  return isNested(value) ? shapeValues(value, shape, names, url) : value;
}

const isNested = (value: unknown): value is Values => typeof value === 'object' && value !== null;
