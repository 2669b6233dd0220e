/** From declarations to itemtypes: defaults are filled in, search options put together (search 4.3). */
import { memberOf } from './lists.ts';
import type {
  Itemtype,
  ItemtypeFlags,
  JoinParams,
  RelationLink,
  SearchOption,
  SearchOptionEntry,
  SearchOptionGroup,
} from './model.ts';
import { foreignKeyOf, tableOf } from './names.ts';
import type { BaseContext, Declaration, Facts } from './parts/facts.ts';
import { noFlags } from './parts/flags.ts';
import { listLinks } from './parts/list-links.ts';
import { listOptions } from './parts/list-options.ts';
import type { Attributes, EntryDeclaration, GroupDeclaration, OptionDeclaration } from './parts/option.ts';
import { notes, type Rights, standardRights, trash } from './parts/rights.ts';

/** All declared types, sorted by name. */
export function compileAll(declarations: readonly Declaration[]): readonly Itemtype[] {
  const byName = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  const sorted = [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return sorted.map((declaration) => Object.freeze(compile(declaration, byName)));
}

/** One declaration; `all` gives the labels and tables of others. */
export function compile(declaration: Declaration, all: ReadonlyMap<string, Declaration>): Itemtype {
  const { name, facts } = declaration;
  const table = tableOfDeclaration(declaration);
  const flags: ItemtypeFlags = Object.assign({}, noFlags, ...(facts.flags ?? []));
  const [singular, plural] = declaration.label;
  return {
    name,
    table,
    ...(table !== tableOf(name) && { collectionTable: tableOf(name) }),
    right: facts.right ?? '',
    label: { singular, plural },
    foreignKey: foreignKeyOf(table),
    indexName: facts.indexName ?? 'id',
    nameField: facts.nameField ?? 'name',
    ...pick(facts, 'completenameField', 'child'),
    ...pick(facts, 'helpdeskSearch', 'itilLinks', 'levelAgreement', 'levelParent'),
    ancestors: facts.ancestors ?? [],
    traits: [...new Set(facts.traits)].sort(),
    flags,
    historyBlacklist: facts.historyBlacklist ?? [],
    nonLoggedFields: facts.nonLoggedFields ?? [],
    forwardEntityTo: facts.forwardEntityTo ?? [],
    undisclosedFields: facts.undisclosedFields ?? [],
    cloneRelations: facts.cloneRelations ?? [],
    ...(facts.relation && { relation: relationLink(facts.relation, facts) }),
    ...((facts.relation || facts.child) && {
      disableAutoEntityForwarding: facts.disableAutoEntityForwarding ?? false,
    }),
    links: [...listLinks(name), ...(facts.links ?? [])],
    ...rightsOf(facts, flags),
    emptyValues: facts.emptyValues ?? {},
    searchOptions: searchOptions(declaration, table, flags, all),
  };
}

function tableOfDeclaration(declaration: Declaration): string {
  return declaration.facts.table ?? tableOf(declaration.name);
}

function pick<Key extends keyof Facts>(facts: Facts, ...keys: readonly Key[]): Pick<Facts, Key> {
  return Object.fromEntries(keys.filter((key) => facts[key] !== undefined).map((key) => [key, facts[key]])) as Pick<
    Facts,
    Key
  >;
}

function relationLink([side1, side2]: NonNullable<Facts['relation']>, facts: Facts): RelationLink {
  return { side1, side2, checkEntityCoherency: facts.checkEntityCoherency ?? true };
}

/** The central interface offers all rights; where the helpdesk differs, both are told. */
function rightsOf(facts: Facts, flags: ItemtypeFlags): Pick<Itemtype, 'rights' | 'rightsPerInterface'> {
  const rights = facts.rights ?? defaultRights(facts.right ?? '', flags);
  return {
    rights,
    ...(facts.helpdeskRights && { rightsPerInterface: { central: rights, helpdesk: facts.helpdeskRights } }),
  };
}

/** Types without a right of their own offer none; the others what they have a use for. */
function defaultRights(right: string, flags: ItemtypeFlags): Rights {
  if (right === '') return {};
  return { ...standardRights, ...(flags.maybeDeleted && trash), ...(flags.usenotepad && notes) };
}

function searchOptions(
  declaration: Declaration,
  table: string,
  flags: ItemtypeFlags,
  all: ReadonlyMap<string, Declaration>,
): SearchOptionEntry[] {
  const { name, facts } = declaration;
  const context: BaseContext = {
    name,
    table,
    entityAssign: flags.entityAssign,
    maybeRecursive: flags.maybeRecursive,
    ...(facts.relation && { relation: facts.relation }),
    has: (column) => hasColumn(column, facts, flags),
    isIn: (list) => memberOf(list, name),
    labelsOf: (itemtype) => {
      const [singular = itemtype, plural = itemtype] = all.get(itemtype)?.label ?? [];
      return { singular, plural };
    },
    tableOf: (itemtype) => {
      const other = all.get(itemtype);
      return other ? tableOfDeclaration(other) : tableOf(itemtype);
    },
  };
  const entries = [...(facts.base?.(context) ?? []), ...(facts.options ?? []), ...listOptions(declaration)];
  return firstOfEach(entries).map((entry) => ('group' in entry ? compileGroup(entry) : compileOption(entry, table)));
}

function hasColumn(column: string, facts: Facts, flags: ItemtypeFlags): boolean {
  if (facts.has?.some((name) => name === column)) return true;
  if (facts.lacks?.some((name) => name === column) || column === 'product_number') return false;
  if (column === 'is_recursive') return flags.maybeRecursive;
  return column !== 'name' || (facts.nameField ?? 'name') === 'name';
}

/** An id or heading that comes again is dropped: the earlier one stays. */
function firstOfEach(entries: readonly EntryDeclaration[]): EntryDeclaration[] {
  const seen = new Set<string | number>();
  return entries.filter((entry) => {
    const key = 'group' in entry ? entry.group : entry.id;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function compileGroup({ label, ...group }: GroupDeclaration): SearchOptionGroup {
  return { ...group, ...compileLabel(label) };
}

function compileLabel(label: GroupDeclaration['label']): Pick<SearchOption, 'label' | 'labelSource'> {
  return typeof label === 'string' ? { label } : { label: label.text, labelSource: label.source };
}

function compileOption({ id, label, table, field, attributes }: OptionDeclaration, ownTable: string): SearchOption {
  const target = table ?? ownTable;
  const isPlainColumn = target === ownTable && isEmpty(attributes.joinparams);
  const [known, extra] = splitAttributes(attributes);
  return {
    id,
    ...compileLabel(label),
    table: target,
    field,
    linkfield: isPlainColumn ? field : foreignKeyOf(target),
    ...known,
    ...(Object.keys(extra).length > 0 && { extra }),
  };
}

function isEmpty(params: JoinParams | undefined): boolean {
  return params === undefined || Object.keys(params).length === 0;
}

/** Attributes that engines read; the others only show in the raw listing. */
const knownAttributes = new Set<string>([
  'linkfield',
  'datatype',
  'joinparams',
  'forcegroupby',
  'usehaving',
  'computation',
  'computationgroupby',
  'additionalfields',
  'nosearch',
  'nodisplay',
  'nosort',
  'nometa',
  'searchtype',
  'searchequalsonfield',
  'use_subquery',
  'splititems',
  'min',
  'max',
  'width',
  'datafields',
  'delayunit',
  'searchunit',
  'htmltext',
  'needs',
]);

function splitAttributes(attributes: Attributes): [Partial<SearchOption>, Record<string, unknown>] {
  const entries = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const extra = entries.filter(([name]) => !knownAttributes.has(name) && name !== 'raw');
  return [
    Object.fromEntries(entries.filter(([name]) => knownAttributes.has(name))),
    { ...Object.fromEntries(extra), ...attributes.raw },
  ];
}
