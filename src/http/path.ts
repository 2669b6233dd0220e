import { bytesOf, decodePercent } from './php-query.ts';
import { isNumericPhp, phpIntval, phpTrim } from './php-values.ts';

/** The endpoints with names of their own (http H1.2); letter case counts. */
const endpointNames = [
  'initSession',
  'killSession',
  'lostPassword',
  'changeActiveEntities',
  'getMyEntities',
  'getActiveEntities',
  'changeActiveProfile',
  'getMyProfiles',
  'getActiveProfile',
  'getFullSession',
  'getGlpiConfig',
  'listSearchOptions',
  'getMultipleItems',
  'search',
  'getMassiveActions',
  'getMassiveActionParameters',
  'applyMassiveAction',
] as const;

export type EndpointName = (typeof endpointNames)[number];

/** What the item branch asks for (http H1.5). Itemtypes are as sent: nothing says yet that they exist. */
export interface ItemPath {
  readonly itemtype: string;
  /** Absent for a collection. */
  readonly id?: number;
  /** For sub-items; `id` is false where the path has no number, which is no item's. Unchecked when an own `id` is given. */
  readonly parent?: { readonly itemtype: string; readonly id: number | false };
}

export type ApiPath = {
  /** First element without blanks around it; empty for the documentation. */
  readonly resource: string;
  /** All elements, decoded, blanks kept. */
  readonly elements: readonly string[];
} & (
  | { readonly kind: 'documentation' }
  | { readonly kind: 'endpoint'; readonly endpoint: EndpointName }
  | { readonly kind: 'picture'; readonly usersId: number }
  | { readonly kind: 'item'; readonly item: ItemPath }
);

const picture = /user\/(\d+)\/picture/i;
const endpoints: ReadonlySet<string> = new Set(endpointNames);

/**
 * The part of an address that the API reads: what stands behind `/apirest.php`, or behind `/api/`, decoded once.
 *
 * @param url the address as it came, with or without query string
 * @param basePath where the API is mounted, e.g. `/glpi`; empty for the root
 * @returns undefined when the address is not the API's (`/api` without a slash is not)
 */
export function pathInfoOf(url: string, basePath = ''): string | undefined {
  const mark = url.search(/[?#]/);
  const path = decodePercent(bytesOf(mark < 0 ? url : url.slice(0, mark))).replace(/\/{2,}/g, '/');
  const base = basePath.replace(/\/+$/, '');
  if (!path.startsWith(base)) return undefined;
  const rest = path.slice(base.length);
  if (rest === '/apirest.php' || rest.startsWith('/apirest.php/')) return rest.slice('/apirest.php'.length);
  if (rest.startsWith('/api/')) return rest.slice('/api'.length);
  return undefined;
}

/**
 * Says what a path means (http H1.1 to H1.6). Every text is understood as something, at worst as an itemtype that
 * doesn't exist.
 *
 * @param pathInfo what `pathInfoOf` found
 */
export function parsePath(pathInfo: string): ApiPath {
  const path = pathInfo.replace(/^\/+|\/+$/g, '').replaceAll('api/', '');
  const elements = path.split('/');
  const first = elements[0] ?? '';
  const resource = phpTrim(first);
  if (resource === '' || resource === 'api') return { kind: 'documentation', resource, elements };
  if (endpoints.has(resource)) return { kind: 'endpoint', endpoint: resource as EndpointName, resource, elements };
  const user = picture.exec(path)?.[1];
  if (user !== undefined) return { kind: 'picture', usersId: phpIntval(user), resource, elements };
  return { kind: 'item', item: itemPath(first, elements), resource, elements };
}

function itemPath(itemtype: string, elements: readonly string[]): ItemPath {
  const id = numberAt(elements[1]);
  const subtype = elements[2];
  if (subtype === undefined || subtype === '') return id === false ? { itemtype } : { itemtype, id };
  const subId = numberAt(elements[3]);
  const parent = { itemtype, id };
  return subId === false ? { itemtype: subtype, parent } : { itemtype: subtype, id: subId, parent };
}

const numberAt = (element: string | undefined): number | false => isNumericPhp(element) && phpIntval(element);
