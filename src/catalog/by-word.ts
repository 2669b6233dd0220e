/**
 * A table that is looked into by words from outside, such as those of rows: `constructor` isn't in it, as it would be in
 * every object, unless it is written there.
 */
export const byWord = <T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.assign(Object.create(null), entries);
