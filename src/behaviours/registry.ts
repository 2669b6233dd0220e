import type { Itemtype } from '../catalog/model.ts';
import type { Behaviour } from './behaviour.ts';

/** Behaviours by the class or ancestor that they are for. */
export type Behaviours = Readonly<Record<string, Behaviour>>;

/** The behaviours that an itemtype has, the most special first: its own, its ancestors', nearest first. */
export function behavioursOf(behaviours: Behaviours, itemtype: Itemtype): readonly Behaviour[] {
  return [itemtype.name, ...itemtype.ancestors].flatMap((name) => behaviours[name] ?? []);
}
