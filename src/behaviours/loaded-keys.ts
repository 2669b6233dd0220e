import type { Row } from '../database/database.ts';
import type { Behaviour } from './behaviour.ts';
import type { Behaviours } from './registry.ts';

/** A profile is read together with its rights, in alphabetical order. */
const profile: Behaviour = {
  async loaded(ctx, _itemtype, rows) {
    const rights: { profiles_id: number; name: string; rights: number }[] = await ctx.db
      .selectFrom('glpi_profilerights')
      .select(['profiles_id', 'name', 'rights'])
      .where('profiles_id', 'in', ids(rows))
      .orderBy('name')
      .execute();
    const byProfile = Map.groupBy(rights, ({ profiles_id }) => profiles_id);
    return rows.map(({ id }) =>
      Object.fromEntries((byProfile.get(Number(id)) ?? []).map(({ name, rights: bits }) => [name, bits])),
    );
  },
};

/** An entity that doesn't say itself which calendar (template …) it has shows why not in place of the id. */
const entity: Behaviour = {
  async loaded(_ctx, _itemtype, rows) {
    return rows.map((row) =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([column, value]) => column.includes('_strategy') && Number(value) < 0)
          .map(([column, value]) => [column.replace('_strategy', '_id'), value]),
      ),
    );
  },
};

const ipNetwork: Behaviour = {
  async loaded(_ctx, _itemtype, rows) {
    return rows.map(({ address, netmask }) => ({ network: `${address ?? ''} / ${netmask ?? ''}` }));
  },
};

const knowbaseItem: Behaviour = {
  async loaded(ctx, _itemtype, rows) {
    const links: { item: number; category: number }[] = await ctx.db
      .selectFrom('glpi_knowbaseitems_knowbaseitemcategories')
      .select(['knowbaseitems_id as item', 'knowbaseitemcategories_id as category'])
      .where('knowbaseitems_id', 'in', ids(rows))
      .orderBy('id')
      .execute();
    const byItem = Map.groupBy(links, ({ item }) => item);
    return rows.map(({ id }) => ({ _categories: (byItem.get(Number(id)) ?? []).map(({ category }) => category) }));
  },
};

/** Guests are stored as a JSON text and shown as a list. */
const planningExternalEvent: Behaviour = {
  async loaded(_ctx, _itemtype, rows) {
    return rows.map(({ users_id_guests }) => ({ users_id_guests: listIn(users_id_guests) }));
  },
};

function listIn(stored: unknown): unknown[] {
  try {
    const value: unknown = JSON.parse(String(stored ?? '[]'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

const ids = (rows: readonly Row[]): number[] => rows.map(({ id }) => Number(id));

/** Keys that classes add to an item when it is read by itself (items-read G1.4). */
export const loadedKeys: Behaviours = {
  Profile: profile,
  Entity: entity,
  IPNetwork: ipNetwork,
  KnowbaseItem: knowbaseItem,
  PlanningExternalEvent: planningExternalEvent,
};
