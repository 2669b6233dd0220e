/**
 * The catalog: every itemtype, compiled once when this module is loaded, behind immutable lookups. Names are spelled as
 * the API spells them (`Computer`, `Glpi\Socket`).
 */
import { type DeprecatedItemtype, deprecatedItemtypes } from './deprecated.ts';
import { declaredItemtypes } from './itemtypes/index.ts';
import type { Itemtype } from './model.ts';
import { classesWithoutRows } from './other-classes.ts';

/** What a name in a request means: a current type, or an old name that stands for one (http H12). */
export interface FoundItemtype {
  /** The type that serves the request. */
  readonly itemtype: Itemtype;
  /** Present when the name is a deprecated one: how its requests and answers are mapped. */
  readonly deprecated?: DeprecatedItemtype;
}

const types: readonly Itemtype[] = Object.freeze(declaredItemtypes());
const typesByName = new Map(types.map((type) => [type.name, type]));
const typesByLowerCaseName = new Map(types.map((type) => [type.name.toLowerCase(), type]));
const typesByTable = firstPerKey(types, (type) => type.table);
const knownClasses = new Set(
  [...types.map((type) => type.name), ...classesWithoutRows].map((name) => name.toLowerCase()),
);

/** All itemtypes, sorted by name. */
export function all(): readonly Itemtype[] {
  return types;
}

/** The type of exactly this name; undefined when there is none. Deprecated names are not looked at. */
export function itemtype(name: string): Itemtype | undefined {
  return typesByName.get(name);
}

/**
 * The type that a name of a request means: deprecated names in their exact spelling only (http H12.1), all others in
 * any letter case. Undefined when no itemtype has the name; `isKnownClass` tells whether it is a class without rows.
 */
export function findItemtype(name: string): FoundItemtype | undefined {
  const deprecated = deprecatedItemtypes.get(name);
  const type = deprecated ? typesByName.get(deprecated.currentType) : typesByLowerCaseName.get(name.toLowerCase());
  if (!type) return undefined;
  return deprecated ? { itemtype: type, deprecated } : { itemtype: type };
}

/** Whether the name, in any letter case, is an itemtype or a class that has no rows of its own. */
export function isKnownClass(name: string): boolean {
  return knownClasses.has(name.toLowerCase());
}

/**
 * The type whose rows a table holds. Where several share it, the one the table is named after (`glpi_rules` → `Rule`).
 */
export function byTable(table: string): Itemtype | undefined {
  return typesByTable.get(table);
}

/** The table a key column points to by its name (items-read G2.1): `users_id_tech` → `glpi_users`; not checked. */
export function tableOfForeignKey(key: string): string | undefined {
  if (!isForeignKey(key)) return undefined;
  return `glpi_${key.replace(/^_/, '').replace(/(?<=.)_id.*$/, '')}`;
}

/** Whether a column or input name is read as a foreign key (items-read G2.1). */
export function isForeignKey(key: string): boolean {
  return /._id(_.+)?$/.test(key);
}

/** The type a key column points to: `users_id_tech` → User; undefined when it is no key or no type has the table. */
export function byForeignKey(key: string): Itemtype | undefined {
  const table = tableOfForeignKey(key);
  return table === undefined ? undefined : typesByTable.get(table);
}

/** Whether the type is the class or descends from it. */
export function isA(type: Itemtype, ancestor: string): boolean {
  return type.name === ancestor || type.ancestors.includes(ancestor);
}

function firstPerKey(list: readonly Itemtype[], key: (type: Itemtype) => string): ReadonlyMap<string, Itemtype> {
  const map = new Map<string, Itemtype>();
  for (const type of list) {
    if (type.collectionTable === undefined || !map.has(key(type))) map.set(key(type), type);
  }
  return map;
}
