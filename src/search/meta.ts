/** The way from the searched type to a linked type of a meta criterion (search 18.2). */
import { type Expression, type SqlBool, sql } from 'kysely';
import { isA } from '../catalog/catalog.ts';
import { lists } from '../catalog/lists.ts';
import type { Itemtype } from '../catalog/model.ts';
import { tableOf } from '../catalog/names.ts';
import type { Schema } from '../database/schema.ts';
import { entityRestriction } from './entity-restriction.ts';
import type { JoinTree } from './join-tree.ts';
import type { SearchSession } from './search-session.ts';
import { and } from './sql-logic.ts';

type List = keyof typeof lists;

/** Types whose links are kept by a list that isn't named after them. */
const containersByList: Readonly<Record<string, readonly string[]>> = {
  directconnect_types: ['Computer'],
  infocom_types: ['Budget', 'Infocom'],
  linkgroup_types: ['Group'],
  linkuser_types: ['User'],
  project_asset_types: ['Project'],
  rackable_types: ['Enclosure', 'Rack'],
  socket_types: ['Glpi\\Socket'],
  ticket_types: ['Change', 'Problem', 'Ticket'],
};

const isIn = (list: string, itemtype: Itemtype) =>
  (lists[list as List] as readonly string[] | undefined)?.includes(itemtype.name) ?? false;

/** Whether rows of `container` may hold rows of `member`, as far as the lists of the configuration say. */
function mayContain(container: Itemtype, member: Itemtype): boolean {
  if (isA(container, 'CommonITILObject')) return isIn('ticket_types', member);
  if (isIn(`${container.name.toLowerCase()}_types`, member)) return true;
  return Object.entries(containersByList).some(([list, names]) => names.includes(container.name) && isIn(list, member));
}

interface Way {
  readonly tree: JoinTree;
  readonly session: SearchSession;
  readonly schema: Schema;
  readonly from: Itemtype;
  readonly to: Itemtype;
}

const column = (alias: string, name: string) => sql.ref(`${alias}.${name}`);
const same = (left: Expression<unknown>, right: unknown) => sql<SqlBool>`${left} = ${right}`;

/**
 * Joins the linked type's table and answers its alias; undefined when nothing leads there. The first rule that fits
 * decides, so that a computer's user is that of `users_id`, never the technician.
 */
export function linkToType(way: Way): string | undefined {
  const { from, to } = way;
  const already = way.tree.node(to.table);
  if (already) return already.alias;
  for (const rule of rules) {
    const alias = rule(way, from, to);
    if (alias) return alias;
  }
  return undefined;
}

/** Joins the linked type itself, limited to the active entities where its rows have one. */
function joinTarget(way: Way, parent: string, on: Expression<SqlBool>, many: boolean): string {
  const { to, tree, session, schema } = way;
  const entity = to.name === 'Entity' ? 'id' : 'entities_id';
  const visible = schema.hasColumn(to.table, 'entities_id')
    ? entityRestriction(session, to.table, { recursive: false, column: entity })
    : undefined;
  return tree.add({ alias: to.table, table: to.table, parents: [parent], on: and([on, visible])!, many });
}

function joinLink(
  way: Way,
  table: string,
  parent: string,
  many: boolean,
  on: (alias: string) => Expression<SqlBool>,
): string {
  const alias = `${table}_${way.to.name.replace(/\W/g, '_')}`;
  const alive =
    linksWithTrash.test(table) && way.schema.hasColumn(table, 'is_deleted')
      ? same(column(alias, 'is_deleted'), 0)
      : undefined;
  return way.tree.add({ alias, table, parents: [parent], on: and([on(alias), alive])!, many });
}

/** Links that may be in the trashbin while both of their ends are not. */
const linksWithTrash = /^glpi_(items_|\w+_items)/;

const byOwnKey: Rule = (way, from, to) => {
  if (!to.foreignKey || !way.schema.hasColumn(from.table, to.foreignKey)) return undefined;
  return joinTarget(way, from.table, same(column(to.table, 'id'), column(from.table, to.foreignKey)), false);
};

const byOtherKey: Rule = (way, from, to) => {
  if (!from.foreignKey || !way.schema.hasColumn(to.table, from.foreignKey)) return undefined;
  return joinTarget(way, from.table, same(column(to.table, from.foreignKey), column(from.table, 'id')), true);
};

const hasItem = (way: Way, type: Itemtype) =>
  way.schema.hasColumn(type.table, 'itemtype') && way.schema.hasColumn(type.table, 'items_id');

const byOwnItem: Rule = (way, from, to) => {
  if (!hasItem(way, from)) return undefined;
  const on = and([
    same(column(to.table, 'id'), column(from.table, 'items_id')),
    same(column(from.table, 'itemtype'), to.name),
  ])!;
  return joinTarget(way, from.table, on, false);
};

const byOtherItem: Rule = (way, from, to) => {
  if (!hasItem(way, to)) return undefined;
  const on = and([
    same(column(to.table, 'items_id'), column(from.table, 'id')),
    same(column(to.table, 'itemtype'), from.name),
  ])!;
  return joinTarget(way, from.table, on, true);
};

/** Over the link table `<Container>_Item` or `Item_<Container>`. */
function throughLink(way: Way, container: Itemtype, side: 'source' | 'target'): string | undefined {
  const { from, to, schema } = way;
  const table = [tableOf(`${container.name}_Item`), tableOf(`Item_${container.name}`)].find(
    (name) => schema.hasColumn(name, container.foreignKey) && schema.hasColumn(name, 'items_id'),
  );
  if (!table) return undefined;
  const [ownColumn, otherColumn, member] =
    side === 'source' ? [container.foreignKey, 'items_id', to] : ['items_id', container.foreignKey, from];
  const link = joinLink(
    way,
    table,
    from.table,
    true,
    (alias) =>
      and([same(column(alias, ownColumn), column(from.table, 'id')), same(column(alias, 'itemtype'), member.name)])!,
  );
  return joinTarget(way, link, same(column(to.table, 'id'), column(link, otherColumn)), false);
}

function throughVersions(way: Way): string {
  const { from, to } = way;
  const version = joinLink(way, 'glpi_softwareversions', from.table, true, (alias) =>
    same(column(alias, 'softwares_id'), column(from.table, 'id')),
  );
  const link = joinLink(
    way,
    'glpi_items_softwareversions',
    version,
    true,
    (alias) =>
      and([
        same(column(alias, 'softwareversions_id'), column(version, 'id')),
        same(column(alias, 'itemtype'), to.name),
      ])!,
  );
  return joinTarget(way, link, same(column(to.table, 'id'), column(link, 'items_id')), false);
}

function toSoftware(way: Way): string {
  const { from, to, tree } = way;
  const link = joinLink(
    way,
    'glpi_items_softwareversions',
    from.table,
    true,
    (alias) =>
      and([same(column(alias, 'items_id'), column(from.table, 'id')), same(column(alias, 'itemtype'), from.name)])!,
  );
  const version = joinLink(way, 'glpi_softwareversions', link, false, (alias) =>
    same(column(alias, 'id'), column(link, 'softwareversions_id')),
  );
  const on = same(column(to.table, 'id'), column(version, 'softwares_id'));
  return tree.add({ alias: to.table, table: to.table, parents: [version], on, many: false });
}

function fromBudget(way: Way): string {
  const { from, to } = way;
  const link = joinLink(way, 'glpi_infocoms', from.table, true, (alias) =>
    same(column(alias, 'budgets_id'), column(from.table, 'id')),
  );
  const on = and([same(column(to.table, 'id'), column(link, 'items_id')), same(column(link, 'itemtype'), to.name)])!;
  return joinTarget(way, link, on, false);
}

function toBudget(way: Way): string {
  const { from, to } = way;
  const link = joinLink(
    way,
    'glpi_infocoms',
    from.table,
    true,
    (alias) =>
      and([same(column(alias, 'items_id'), column(from.table, 'id')), same(column(alias, 'itemtype'), from.name)])!,
  );
  return joinTarget(way, link, same(column(to.table, 'id'), column(link, 'budgets_id')), false);
}

function fromReservation(way: Way): string {
  const { from, to } = way;
  const link = joinLink(way, 'glpi_reservationitems', from.table, false, (alias) =>
    same(column(alias, 'id'), column(from.table, 'reservationitems_id')),
  );
  const on = and([same(column(to.table, 'id'), column(link, 'items_id')), same(column(link, 'itemtype'), to.name)])!;
  return joinTarget(way, link, on, false);
}

function toReservation(way: Way): string {
  const { from, to } = way;
  const link = joinLink(
    way,
    'glpi_reservationitems',
    from.table,
    true,
    (alias) =>
      and([same(column(alias, 'items_id'), column(from.table, 'id')), same(column(alias, 'itemtype'), from.name)])!,
  );
  return joinTarget(way, link, same(column(to.table, 'reservationitems_id'), column(link, 'id')), true);
}

type Rule = (way: Way, from: Itemtype, to: Itemtype) => string | undefined;

const rules: readonly Rule[] = [
  (way, from, to) => (from.name === 'Software' && isIn('software_types', to) ? throughVersions(way) : undefined),
  (way, from, to) => (to.name === 'Software' && isIn('software_types', from) ? toSoftware(way) : undefined),
  (way, from, to) => (from.name === 'Budget' && isIn('infocom_types', to) ? fromBudget(way) : undefined),
  (way, from, to) => (to.name === 'Budget' && isIn('infocom_types', from) ? toBudget(way) : undefined),
  (way, from, to) => (from.name === 'Reservation' && isIn('reservation_types', to) ? fromReservation(way) : undefined),
  (way, from, to) => (to.name === 'Reservation' && isIn('reservation_types', from) ? toReservation(way) : undefined),
  byOwnKey,
  byOtherKey,
  byOwnItem,
  byOtherItem,
  (way, from, to) => (mayContain(from, to) ? throughLink(way, from, 'source') : undefined),
  (way, from, to) => (mayContain(to, from) ? throughLink(way, to, 'target') : undefined),
];
