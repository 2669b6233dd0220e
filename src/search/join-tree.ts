/** The tables that a search can reach from its own, each joined once under one alias (search 8.1, 9). */
import { createHash } from 'node:crypto';
import { type Expression, type SqlBool, sql } from 'kysely';
import { tableOfForeignKey } from '../catalog/catalog.ts';
import type { BeforeJoin, JoinParams } from '../catalog/model.ts';
import { foreignKeyOf } from '../catalog/names.ts';
import { joinCondition } from './join-conditions.ts';
import { joinSignature } from './join-signature.ts';
import type { SearchSession } from './search-session.ts';

/** A joined table. Nodes keep the order in which they were reached, so that each comes after what it hangs on. */
export interface JoinNode {
  readonly alias: string;
  readonly table: string;
  /** Aliases that its condition speaks of beside its own. */
  readonly parents: readonly string[];
  readonly on: Expression<SqlBool>;
  /** Several of its rows may belong to one row of what it hangs on. */
  readonly many: boolean;
}

/** What an option's column is qualified with, and the type whose joins it follows. */
export interface JoinOrigin {
  /** Type that `itemtype` columns are compared with. */
  readonly itemtype: string;
  readonly table: string;
  readonly alias: string;
  /** Name of a linked type of a meta criterion; its tables get aliases of their own. */
  readonly meta?: string;
}

/** The part of a search option that says how its table is reached. */
export interface Reachable {
  readonly table: string;
  readonly linkfield: string;
  readonly joinparams?: JoinParams | undefined;
}

export class JoinTree {
  readonly root: string;
  readonly #session: SearchSession;
  readonly #nodes = new Map<string, JoinNode>();
  /** Tables already joined, by alias and link column: a second way to the same alias is not taken. */
  readonly #reached = new Map<string, string>();
  /** Aliases by what their joins mean, so that restrictions and columns share the same rows. */
  readonly #bySignature = new Map<string, string>();

  constructor(root: string, session: SearchSession) {
    this.root = root;
    this.#session = session;
  }

  /** The alias of an option's table; joins what leads there if it isn't yet. */
  reach(origin: JoinOrigin, option: Reachable): string {
    if (option.linkfield.startsWith('_virtual')) return origin.alias;
    return this.#join(origin, { alias: origin.alias, table: origin.table }, option);
  }

  /** Adds a table under a fixed alias, for links that no option describes. */
  add(node: JoinNode): string {
    if (!this.#nodes.has(node.alias)) {
      this.#nodes.set(node.alias, node);
      this.#reached.set(node.alias, node.alias);
      this.#bySignature.set(joinSignature(node), node.alias);
    }
    return node.alias;
  }

  node(alias: string): JoinNode | undefined {
    return this.#nodes.get(alias);
  }

  /** The aliases with everything they hang on, in an order in which they can be joined; without the root. */
  closure(aliases: Iterable<string>): readonly JoinNode[] {
    const wanted = new Set<string>();
    const visit = (alias: string) => {
      const node = this.#nodes.get(alias);
      if (!node || wanted.has(alias)) return;
      wanted.add(alias);
      node.parents.forEach(visit);
    };
    for (const alias of aliases) visit(alias);
    return [...this.#nodes.values()].filter((node) => wanted.has(node.alias));
  }

  /** Of the ways to `aliases`, those nodes that may multiply rows. */
  multiplying(aliases: Iterable<string>): readonly string[] {
    return this.closure(aliases)
      .filter((node) => node.many)
      .map((node) => node.alias);
  }

  #join(origin: JoinOrigin, from: { alias: string; table: string }, step: Reachable): string {
    const params = step.joinparams ?? {};
    const complex = complexId(params);
    const key = foreignKeyOf(step.table);
    const selfByOther = tableOfForeignKey(step.linkfield) === step.table && step.linkfield !== key;
    if (step.table === from.table && complex === '' && !selfByOther) return from.alias;

    let alias = step.table;
    if (step.linkfield !== key && (step.table !== origin.table || selfByOther || complex !== '')) {
      alias += `_${step.linkfield}`;
    }
    if (complex !== '') alias += `_${complex}`;
    if (origin.meta !== undefined && step.table !== origin.table) alias += `_${origin.meta.replace(/\W/g, '_')}`;
    if (alias === this.root) alias += '_self';
    const reachedBy = step.linkfield === key ? alias : `${alias}.${step.linkfield}`;
    const already = this.#reached.get(reachedBy);
    if (already !== undefined) return already;

    let at = from;
    for (const before of beforeJoins(params)) {
      const beforeParams = before.joinparams ?? {};
      const beforeAlias = this.#join(origin, at, {
        table: before.table,
        linkfield: before.linkfield ?? foreignKeyOf(before.table),
        joinparams: beforeParams,
      });
      if (!beforeParams.nolink) at = { alias: beforeAlias, table: before.table };
    }
    const on = joinCondition({ origin, from: at, alias, step, session: this.#session });
    const node = { alias, table: step.table, ...on };
    const same = this.#bySignature.size > 0 ? this.#bySignature.get(joinSignature(node)) : undefined;
    this.#reached.set(reachedBy, same ?? alias);
    if (same !== undefined) return same;
    this.#nodes.set(alias, node);
    return alias;
  }
}

export function beforeJoins(params: JoinParams): readonly BeforeJoin[] {
  const before = params.beforejoin;
  if (!before) return [];
  return 'table' in before ? [before as BeforeJoin] : (before as readonly BeforeJoin[]);
}

/** By join parameters, which the catalog keeps. */
const complexIds = new WeakMap<JoinParams, string>();

/** Tells joins of one table by other conditions or ways apart; empty for the plain one (search 8.1). */
function complexId(params: JoinParams): string {
  let id = complexIds.get(params);
  if (id === undefined) {
    id = readComplexId(params);
    complexIds.set(params, id);
  }
  return id;
}

function readComplexId(params: JoinParams): string {
  const parts: unknown[] = [];
  if (hasCondition(params)) parts.push(params.condition, params.sessionCondition);
  if (params.jointype === 'child' && params.linkfield) parts.push(params.linkfield);
  for (const before of beforeJoins(params)) {
    parts.push(before.table);
    if (before.joinparams && hasCondition(before.joinparams)) {
      parts.push(before.joinparams.condition, before.joinparams.sessionCondition);
    }
  }
  return parts.length === 0 ? '' : createHash('md5').update(JSON.stringify(parts)).digest('hex').slice(0, 8);
}

function hasCondition(params: JoinParams): boolean {
  const { condition, sessionCondition } = params;
  if (sessionCondition) return true;
  return typeof condition === 'string' ? condition !== '' : Boolean(condition && Object.keys(condition).length > 0);
}

/** A column of a joined table. Names come from the catalog, never from a request. */
export function column(alias: string, name: string): Expression<unknown> {
  return sql.ref(`${alias}.${name}`);
}

/** `LEFT JOIN`s the nodes to a query. */
// biome-ignore lint/suspicious/noExplicitAny: the tables in scope are chosen at run time
export function leftJoined<Q extends { leftJoin(...args: any[]): any }>(query: Q, nodes: readonly JoinNode[]): Q {
  return nodes.reduce((joined, node) => joined.leftJoin(`${node.table} as ${node.alias}`, onOf(node)), query);
}

/** The join condition of a node as kysely's join builder wants it. */
function onOf(node: JoinNode) {
  // biome-ignore lint/suspicious/noExplicitAny: see leftJoined
  return (join: any) => join.on(node.on);
}
