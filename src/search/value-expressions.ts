/** What is selected for a column, and what of it orders and filters (search 8.3, 8.4). */
import { type Expression, sql } from 'kysely';
import { isA } from '../catalog/catalog.ts';
import type { Itemtype, SearchOption } from '../catalog/model.ts';
import { intervalUnit } from './dates.ts';
import { computed } from './expressions.ts';
import type { JoinTree } from './join-tree.ts';

/** Stands for NULL inside concatenated values, between a value and its id, and between values. */
export const NULL_VALUE = '__NULL__';
export const SHORT_SEPARATOR = '$#$';
export const LONG_SEPARATOR = '$$##$$';

const nullValue = sql.lit(NULL_VALUE);
const short = sql.lit(SHORT_SEPARATOR);
const long = sql.lit(LONG_SEPARATOR);

/** One selected expression of a column; `name` is the column's own value, the others are additional fields. */
export interface ValuePart {
  readonly name: string;
  readonly expression: Expression<unknown>;
  readonly aggregate: boolean;
}

/** An option reached from a type: what its expressions speak of. */
export interface ReachedOption {
  readonly option: SearchOption;
  /** The searched type, or the linked one of a meta criterion. */
  readonly itemtype: Itemtype;
  readonly isMeta: boolean;
  /** Of the option's table. */
  readonly alias: string;
  /** Of the table of `itemtype`. */
  readonly mainAlias: string;
  readonly tree: JoinTree;
  /** Persons are written first name first (search 4.4). */
  readonly firstNameFirst: boolean;
  /** Compared in the place of the column, where that is computed over several rows. */
  readonly computed?: Expression<unknown>;
}

/** `A.field`, the computation instead, or the delayed date: what criteria compare (search 12). */
export function comparedExpression({ option, alias, firstNameFirst, computed: given }: ReachedOption): {
  expression: Expression<unknown>;
  aggregate: boolean;
} {
  if (given) return { expression: given, aggregate: true };
  if (option.datatype === 'date_delay') return { expression: delayedDate(option, alias), aggregate: false };
  if (option.computation) return computed(option.computation, alias, firstNameFirst);
  return { expression: sql.ref(`${alias}.${option.field}`), aggregate: false };
}

/** A date plus a number of months of the same row, less another number where the option names one. */
function delayedDate(option: SearchOption, alias: string): Expression<unknown> {
  const [date, delay, less] = option.datafields ?? [];
  const of = (name: string) => sql.ref(`${alias}.${name}`);
  const months = less === undefined ? of(delay!) : sql`(${of(delay!)} - ${of(less)})`;
  return sql`ADDDATE(${of(date!)}, INTERVAL ${months} ${intervalUnit(option.delayunit)})`;
}

/** The alias that the option's table hangs on: the link row of an actor, a user's profile assignment. */
export function linkAlias({ tree, alias }: ReachedOption): string | undefined {
  return tree.node(alias)?.parents[0];
}

const concatenated = (x: Expression<unknown>, order?: Expression<unknown>) =>
  order
    ? sql`GROUP_CONCAT(DISTINCT ${x} ORDER BY ${order} SEPARATOR ${long})`
    : sql`GROUP_CONCAT(DISTINCT ${x} SEPARATOR ${long})`;

/** Everything selected for a column, in the order of selection. */
export function valueParts(reached: ReachedOption): readonly ValuePart[] {
  const { option, alias, isMeta } = reached;
  const many = option.forcegroupby === true || isMeta;
  const additional = (option.additionalfields ?? []).map((field): ValuePart => {
    const x = sql.ref(`${alias}.${field}`);
    const id = sql.ref(`${alias}.id`);
    return many
      ? {
          name: field,
          aggregate: true,
          expression: sql`IFNULL(${concatenated(sql`CONCAT(IFNULL(${x}, ${nullValue}), ${short}, ${id})`, id)}, ${nullValue})`,
        }
      : { name: field, aggregate: false, expression: x };
  });
  return [...nameParts(reached, many), ...additional];
}

function nameParts(reached: ReachedOption, many: boolean): readonly ValuePart[] {
  const { option, alias, itemtype, isMeta } = reached;
  if (option.field.startsWith('_virtual')) return [];
  const of = (name: string) => sql.ref(`${alias}.${name}`);
  const one = (expression: Expression<unknown>, aggregate = false): ValuePart => ({
    name: 'name',
    expression,
    aggregate,
  });
  const special = specialParts[`${option.table}.${option.field}`]?.(reached);
  if (special) return special;
  if (option.datatype === 'count') return [one(sql`COUNT(DISTINCT ${of(option.field)})`, true)];
  const { expression: x, aggregate } = comparedExpression(reached);
  if (option.datatype === 'date_delay') return [many ? one(concatenated(x), true) : one(x)];
  if (option.datatype === 'itemlink') {
    if (many) return [one(concatenated(sql`CONCAT(${x}, ${short}, ${of('id')})`, of('id')), true)];
    return [one(x, aggregate), { name: 'id', expression: of('id'), aggregate: false }];
  }
  const concatenates = isMeta || (option.forcegroupby === true && (!option.computation || option.computationgroupby));
  if (!concatenates || aggregate) return [one(x, aggregate)];
  const glued = sql`CONCAT(IFNULL(${x}, ${nullValue}), ${short}, ${of('id')})`;
  const isNewestFirst = isA(itemtype, 'CommonITILObject') && newestFirst.has(`${option.table}.${option.field}`);
  return [
    one(
      isNewestFirst
        ? sql`GROUP_CONCAT(DISTINCT ${glued} ORDER BY ${of('date')} DESC SEPARATOR ${long})`
        : concatenated(glued, of('id')),
      true,
    ),
  ];
}

/** Texts that an ITIL object shows the newest first. */
const newestFirst = new Set(['glpi_itilfollowups.content', 'glpi_tickettasks.content', 'glpi_changetasks.content']);

/** Link tables of ITIL objects whose rows may hold an address instead of a user. */
export const actorLinks = new Set(['glpi_tickets_users', 'glpi_changes_users', 'glpi_problems_users']);

type SpecialParts = (reached: ReachedOption) => readonly ValuePart[] | undefined;

/** Columns that are selected in a way of their own. */
const specialParts: Readonly<Record<string, SpecialParts>> = {
  'glpi_users.name': (reached) => {
    const { option, alias, itemtype, tree } = reached;
    if (itemtype.name === 'User') return undefined;
    const of = (name: string) => sql.ref(`${alias}.${name}`);
    if (!option.forcegroupby) {
      return ['name', 'realname', 'id', 'firstname'].map((name) => ({ name, expression: of(name), aggregate: false }));
    }
    const ids: ValuePart = { name: 'name', expression: concatenated(of('id')), aggregate: true };
    const link = linkAlias(reached);
    const linkTable = link && tree.node(link)?.table;
    if (!link || !linkTable || !actorLinks.has(linkTable)) return [ids];
    const address = sql`CONCAT(${sql.ref(`${link}.users_id`)}, ' ', ${sql.ref(`${link}.alternative_email`)})`;
    return [ids, { name: '2', expression: concatenated(address), aggregate: true }];
  },
  'glpi_softwarelicenses.number': (reached) => {
    const { expression: x } = comparedExpression(reached);
    const id = sql.ref(`${reached.alias}.id`);
    return [
      { name: 'name', expression: sql`FLOOR(SUM(${x}) * COUNT(DISTINCT ${id}) / COUNT(${id}))`, aggregate: true },
      { name: 'min', expression: sql`MIN(${x})`, aggregate: true },
    ];
  },
  'glpi_profiles.name': (reached) => assignment(reached, 20, 'entities_id'),
  'glpi_entities.completename': (reached) => assignment(reached, 80, 'profiles_id'),
  'glpi_softwareversions.name': (reached) => softwareVersion(reached, 'name'),
  'glpi_softwareversions.comment': (reached) => softwareVersion(reached, 'comment'),
};

/** A user's profile with its entity, or entity with its profile. */
function assignment(reached: ReachedOption, id: number, other: string): readonly ValuePart[] | undefined {
  const link = linkAlias(reached);
  if (reached.itemtype.name !== 'User' || reached.option.id !== id || !link) return undefined;
  const of = (name: string) => sql.ref(`${link}.${name}`);
  const x = sql.ref(`${reached.alias}.${reached.option.field}`);
  const glued = sql`CONCAT(${sql.join([x, of(other), of('is_recursive'), of('is_dynamic')], sql`, ${short}, `)})`;
  return [{ name: 'name', expression: concatenated(glued), aggregate: true }];
}

/** Versions carry the name of what they are a version of. */
function softwareVersion(reached: ReachedOption, field: 'name' | 'comment'): readonly ValuePart[] | undefined {
  const bySoftware = reached.isMeta && reached.itemtype.name === 'Software';
  if (field === 'name' && !bySoftware) return undefined;
  const of = (name: string) => sql.ref(`${reached.alias}.${name}`);
  const front = bySoftware ? sql.ref(`${reached.mainAlias}.name`) : of('name');
  const glued = sql`CONCAT(${front}, ' - ', ${of(field)}, ${short}, ${of('id')})`;
  return [{ name: 'name', expression: concatenated(glued), aggregate: true }];
}
