/** The criteria of a request as a checked tree (search 2.2, 11). */
import type { ImpliedCriterion } from '../catalog/deprecated.ts';
import type { SearchOption } from '../catalog/model.ts';
import { ApiError } from '../http/errors.ts';
import { isContainer, valueAt, valuesOf } from '../http/php-array.ts';
import { phpText, truthy } from '../http/php-values.ts';

/** How a criterion is tied to those before it. */
export interface Link {
  readonly operator: 'AND' | 'OR';
  readonly negated: boolean;
  /** As sent, for the rules that look at the text itself. */
  readonly text: string;
}

export interface Criterion {
  readonly kind: 'criterion';
  readonly link: Link;
  readonly field: number | 'view' | 'all';
  readonly searchtype: string;
  readonly value: string;
  /** Truthy `meta` was sent. */
  readonly meta: boolean;
  /** The linked type of a meta criterion, as sent. */
  readonly itemtype?: string;
}

export interface CriteriaGroup {
  readonly kind: 'group';
  readonly link: Link;
  readonly criteria: readonly CriteriaNode[];
}

export type CriteriaNode = Criterion | CriteriaGroup;

const LINKS: Readonly<Record<string, Omit<Link, 'text'>>> = {
  AND: { operator: 'AND', negated: false },
  OR: { operator: 'OR', negated: false },
  'AND NOT': { operator: 'AND', negated: true },
  'OR NOT': { operator: 'OR', negated: true },
};

/** What a criterion's field is checked against. */
export interface SearchableFields {
  readonly options: ReadonlyMap<number, SearchOption>;
  /** Ids hidden from the session by its rights (search 4.5). */
  isHidden(id: number): boolean;
  /** Whether searching all fields is allowed by the configuration. */
  readonly searchesAll: boolean;
}

/**
 * Reads and checks `criteria`.
 * @throws ApiError (400) for what is no criterion, for unknown fields and for those that must not be searched
 */
export function readCriteria(sent: unknown, fields: SearchableFields): readonly CriteriaNode[] {
  if (sent === undefined) return [];
  if (!isContainer(sent)) throw malformed();
  return readList(sent, fields, { afterGroup: false }, 0);
}

/** Deeper groups are refused: nobody writes them, and each level costs the database. */
const DEEPEST = 32;

function readList(
  sent: unknown,
  fields: SearchableFields,
  state: { afterGroup: boolean },
  depth: number,
): CriteriaNode[] {
  if (depth > DEEPEST) throw malformed();
  return Array.from(valuesOf(sent), (each): CriteriaNode => {
    if (!isContainer(each)) throw malformed();
    const link = linkOf(valueAt(each, 'link'));
    const nested = valueAt(each, 'criteria');
    if (nested !== undefined) {
      if (!isContainer(nested)) throw malformed();
      const criteria = readList(nested, fields, state, depth + 1);
      state.afterGroup = true;
      return { kind: 'group', link, criteria };
    }
    return readCriterion(each, link, fields, state.afterGroup);
  });
}

function readCriterion(sent: unknown, link: Link, fields: SearchableFields, afterGroup: boolean): Criterion {
  const [fieldSent, searchtype, value] = ['field', 'searchtype', 'value'].map((key) => phpText(valueAt(sent, key)));
  if (
    [fieldSent, searchtype, value].includes(undefined) ||
    ['field', 'searchtype', 'value'].some((key) => valueAt(sent, key) === undefined || valueAt(sent, key) === null)
  ) {
    throw malformed();
  }
  const meta = truthy(valueAt(sent, 'meta') ?? null);
  const itemtype = phpText(valueAt(sent, 'itemtype'));
  return {
    kind: 'criterion',
    link,
    field: fieldOf(fieldSent!, fields, afterGroup),
    searchtype: searchtype!,
    value: withPlainQuotes(value!),
    meta,
    ...(meta && itemtype && { itemtype }),
  };
}

function fieldOf(sent: string, fields: SearchableFields, afterGroup: boolean): number | 'view' | 'all' {
  // GLPI looks at no field after the first group, so that only there these two can be asked for (search 2.3).
  if (afterGroup && (sent === 'view' || sent === 'all')) {
    if (sent === 'all' && !fields.searchesAll)
      throw new ApiError('ERROR', { message: 'Forbidden field ID in search criteria' });
    return sent;
  }
  const option = /^(0|[1-9]\d{0,9})$/.test(sent) ? fields.options.get(Number(sent)) : undefined;
  if (!option) throw new ApiError('ERROR', { message: 'Bad field ID in search criteria' });
  if (option.nosearch || fields.isHidden(option.id)) {
    throw new ApiError('ERROR', { message: 'Forbidden field ID in search criteria' });
  }
  return option.id;
}

function linkOf(sent: unknown): Link {
  const text = typeof sent === 'string' ? sent : '';
  const known = LINKS[text] ?? LINKS.AND!;
  return { ...known, text };
}

/** Quotes that a form encoded (search 2.2). */
function withPlainQuotes(value: string): string {
  return value.replace(/&#0?39;|&#x27;|&apos;/g, "'").replaceAll('&quot;', '"');
}

function malformed(): ApiError {
  return new ApiError('ERROR', { message: 'Malformed search criteria' });
}

/** A criterion that an old name of a type stands for (search 22). */
export function impliedCriterion({ link, field, searchtype, value }: ImpliedCriterion): Criterion {
  return { kind: 'criterion', link: linkOf(link), field, searchtype, value, meta: false };
}

/** Whether any criterion has a value: without one nothing is filtered (search 19.3). */
export function filters(criteria: readonly CriteriaNode[]): boolean {
  return flat(criteria).some((criterion) => criterion.value !== '');
}

/** Every criterion, those of groups included, in order. */
export function flat(criteria: readonly CriteriaNode[]): readonly Criterion[] {
  return criteria.flatMap((node) => (node.kind === 'group' ? flat(node.criteria) : [node]));
}
