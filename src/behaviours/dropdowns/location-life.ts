import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Behaviour } from '../behaviour.ts';

/** Where a location says nothing of its own it lies where its parent lies. */
export const locationLife: Behaviour = {
  async prepareAdd(w, itemtype, input) {
    if (isGiven(input.latitude) || isGiven(input.longitude)) return true;
    const parent = Number(input.locations_id) > 0 ? await w.load(itemtype, Number(input.locations_id)) : undefined;
    if (!parent) return true;
    for (const column of ['latitude', 'longitude', 'altitude']) input[column] ??= parent[column];
    return true;
  },
};

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Values of dropdowns that lie somewhere are in the location's entity (items-write W18). */
export const atLocation: Behaviour = {
  async prepareAdd(w, _itemtype, input) {
    if (!(Number(input.locations_id) > 0)) return true;
    const location = await w.load(typeNamed('Location')!, Number(input.locations_id));
    if (location) input.entities_id = location.entities_id;
    return true;
  },
};
