/** A search made ready: its columns, what filters and what orders, over one tree of joins (search 6). */
import { itemtype as itemtypeNamed } from '../catalog/catalog.ts';
import type { Itemtype, SearchOption } from '../catalog/model.ts';
import { optionUid } from '../catalog/option-uid.ts';
import type { Context } from '../context.ts';
import { ApiError } from '../http/errors.ts';
import { hasAmbiguousJoins } from './ambiguous-joins.ts';
import { type ColumnRequest, columnIds, displayPreferences, type Preferences } from './columns.ts';
import { conditionScope, isFirstNameFirst } from './condition-scope.ts';
import { type CriteriaNode, type Criterion, flat } from './criteria.ts';
import { type CriteriaWalk, walkCriteria } from './criteria-walk.ts';
import { type JoinOrigin, JoinTree } from './join-tree.ts';
import { linkToType } from './meta.ts';
import { once } from './once.ts';
import { type Restriction, restriction } from './restriction.ts';
import { searchSession } from './search-session.ts';
import { sessionOptions } from './session-options.ts';
import { type SortTerm, sortTerms } from './sort.ts';
import type { Trace } from './trace.ts';
import { type ReachedOption, type ValuePart, valueParts } from './value-expressions.ts';

/** A column of the answer. */
export interface Column extends ReachedOption {
  readonly key: string;
  readonly parts: readonly ValuePart[];
}

export interface SearchPlan {
  readonly ctx: Context;
  readonly itemtype: Itemtype;
  readonly root: string;
  readonly tree: JoinTree;
  /** Rows are found without them; what the user wants to see is read meanwhile. */
  readonly columns: () => Promise<readonly Column[]>;
  readonly restriction: Restriction;
  readonly filter: CriteriaWalk;
  readonly sort: readonly SortTerm[];
  readonly trace: Trace;
}

/**
 * Plans a search.
 * @throws ApiError (400) for a criterion on a linked type that isn't there or can't be reached
 */
export async function planSearch(
  ctx: Context,
  request: ColumnRequest,
  trace: Trace,
  preferences: Preferences = displayPreferences(ctx, request.itemtype),
): Promise<SearchPlan> {
  const { itemtype, parameters, criteria, options, union } = request;
  const { sort, order } = parameters;
  const tree = new JoinTree(itemtype.table, searchSession(ctx));
  const limits = await restriction(ctx, { itemtype, tree, isDeleted: parameters.isDeleted, union });
  const reach = new Reach(ctx, tree, request);
  const key = (each: ReachedOption) => columnKey(each, request);
  const ownColumn = (id: number) => column(reach.own(options.get(id)!), key);
  const own = once(async () => (await columnIds(ctx, request, preferences)).map(ownColumn));
  const first = needsColumns(ctx, request) ? await own() : [];
  const linked = linkedOptions(ctx, criteria).map((each) => column(reach.linked(each), key));
  const looked = flat(criteria).flatMap((criterion) => {
    const found = optionOf(ctx, criterion, request);
    return found ? [{ criterion, ...found }] : [];
  });
  const scope = await conditionScope(ctx, searchSession(ctx), looked);
  const filter = walkCriteria({
    criteria,
    scope,
    tree,
    columns: first,
    all: () => [...options.values()].map((option) => reach.own(option)),
    target: (criterion) => {
      const found = looked.find((each) => each.criterion === criterion);
      return found && (found.isMeta ? reach.linked(found) : reach.own(found.option));
    },
  });
  return {
    ctx,
    itemtype,
    root: itemtype.table,
    tree,
    columns: once(async () => [...(await own()), ...linked]),
    restriction: limits,
    filter,
    sort: sortTerms(sort.filter((id) => options.has(id)).map(ownColumn), {
      ids: sort,
      order,
      asShown: union !== undefined,
    }),
    trace,
  };
}

/**
 * Whether the columns have to be there before the criteria are: because these look at them, because the first way to a
 * table decides, or because nothing has to be read for them.
 */
function needsColumns(ctx: Context, { itemtype, parameters, criteria, union }: ColumnRequest): boolean {
  if (parameters.forcedisplay || union) return true;
  return (
    flat(criteria).some((criterion) => typeof criterion.field !== 'number' || criterion.itemtype !== undefined) ||
    hasAmbiguousJoins(itemtype, searchSession(ctx))
  );
}

function column(reached: ReachedOption, key: (reached: ReachedOption) => string): Column {
  return { ...reached, key: key(reached), parts: valueParts(reached) };
}

/** The key of a column in a row: the option's number or its uid (search 7.2). */
function columnKey({ option, itemtype, isMeta }: ReachedOption, { parameters, union }: ColumnRequest): string {
  if (!parameters.uidColumns) return String(option.id);
  return union && !isMeta ? optionUid(union.itemtype, union.options.get(option.id)!) : optionUid(itemtype, option);
}

/** An option of the searched type or of a linked one. */
interface FoundOption {
  readonly itemtype: Itemtype;
  readonly option: SearchOption;
  readonly isMeta: boolean;
}

/** Joins what options need. */
class Reach {
  readonly #ctx: Context;
  readonly #tree: JoinTree;
  readonly #itemtype: Itemtype;
  readonly #listedIn: string | undefined;

  constructor(ctx: Context, tree: JoinTree, { itemtype, union }: ColumnRequest) {
    this.#ctx = ctx;
    this.#tree = tree;
    this.#itemtype = itemtype;
    this.#listedIn = union?.listedIn;
  }

  own(option: SearchOption): ReachedOption {
    const { name, table } = this.#itemtype;
    return this.#reach({ itemtype: name, table, alias: table }, { itemtype: this.#itemtype, option, isMeta: false });
  }

  linked(found: FoundOption): ReachedOption {
    const { itemtype } = found;
    // The searched table has its name for itself: another of its rows can't be spoken of beside it.
    if (itemtype.table === this.#itemtype.table) throw badField();
    const alias = linkToType({
      tree: this.#tree,
      session: searchSession(this.#ctx),
      schema: this.#ctx.site.schema,
      from: this.#itemtype,
      to: itemtype,
    });
    if (!alias) throw badField();
    return this.#reach({ itemtype: itemtype.name, table: itemtype.table, alias, meta: itemtype.name }, found);
  }

  #reach(origin: JoinOrigin, found: FoundOption): ReachedOption {
    return {
      ...found,
      mainAlias: origin.alias,
      alias: found.option.table === this.#listedIn ? found.option.table : this.#tree.reach(origin, found.option),
      tree: this.#tree,
      firstNameFirst: isFirstNameFirst(this.#ctx),
    };
  }
}

/** What a criterion looks at; undefined for `view` and `all`. */
function optionOf(ctx: Context, criterion: Criterion, { itemtype, options }: ColumnRequest): FoundOption | undefined {
  if (typeof criterion.field !== 'number') return undefined;
  if (criterion.itemtype !== undefined) return criterion.value === '' ? undefined : linkedOption(ctx, criterion);
  const option = options.get(criterion.field);
  return option && { itemtype, option, isMeta: false };
}

function linkedOption(ctx: Context, criterion: Criterion): FoundOption {
  const itemtype = itemtypeNamed(criterion.itemtype ?? '');
  const option = itemtype && sessionOptions(ctx, itemtype).visible.get(criterion.field as number);
  if (!option) throw badField();
  return { itemtype, option, isMeta: true };
}

/**
 * Columns that meta criteria add: by linked type in order of first appearance. Those of a group take the place of those
 * before it (search 18.4).
 */
function linkedOptions(ctx: Context, criteria: readonly CriteriaNode[]): readonly FoundOption[] {
  const byType = new Map<string, FoundOption[]>();
  for (const node of criteria) {
    if (node.kind === 'group') {
      byType.clear();
      for (const found of linkedOptions(ctx, node.criteria)) add(byType, found);
    } else if (node.itemtype !== undefined && node.value !== '' && typeof node.field === 'number') {
      add(byType, linkedOption(ctx, node));
    }
  }
  return [...byType.values()].flat();
}

function add(byType: Map<string, FoundOption[]>, found: FoundOption): void {
  const known = byType.get(found.itemtype.name);
  if (known) known.push(found);
  else byType.set(found.itemtype.name, [found]);
}

const badField = () => new ApiError('ERROR', { message: 'Bad field ID in search criteria' });
