import type { Itemtype } from '../catalog/model.ts';
import type { Behaviour } from './behaviour.ts';

/** Behaviours by the class or ancestor that they are for; several where a class differs in several matters. */
export type Behaviours = Readonly<Record<string, Behaviour | readonly Behaviour[]>>;

const known = new WeakMap<Behaviours, Map<Itemtype, readonly Behaviour[]>>();

/** The behaviours that an itemtype has, the most special first: its own, its ancestors', nearest first. */
export function behavioursOf(behaviours: Behaviours, itemtype: Itemtype): readonly Behaviour[] {
  let byType = known.get(behaviours);
  if (!byType) {
    byType = new Map();
    known.set(behaviours, byType);
  }
  let found = byType.get(itemtype);
  if (!found) {
    found = [itemtype.name, ...itemtype.ancestors].flatMap((name) => behaviours[name] ?? []);
    byType.set(itemtype, found);
  }
  return found;
}

/** One registry of several; a class that stands in more than one keeps all its behaviours. */
export function together(...registries: readonly Behaviours[]): Behaviours {
  const all = new Map<string, readonly Behaviour[]>();
  for (const registry of registries) {
    for (const [name, behaviour] of Object.entries(registry)) {
      all.set(name, [...(all.get(name) ?? []), ...[behaviour].flat()]);
    }
  }
  return Object.fromEntries(all);
}
