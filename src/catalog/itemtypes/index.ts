import type { Itemtype } from '../model.ts';

export function declaredItemtypes(): Itemtype[] {
  return [];
}
