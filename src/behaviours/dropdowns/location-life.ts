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
