/** From an input to the parameters of a statement. */
import type { Input } from '../../behaviours/behaviour.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Context } from '../../context.ts';
import { parameterOf } from './values.ts';

/** A value that no column can take. */
export class UnfitValue extends Error {
  constructor(column: string) {
    super(`Incorrect value for field ${column}`);
  }
}

/** The parameters of those keys that are columns of the type's table (items-write W1.2, W1.5). */
export function columnValues(ctx: Context, itemtype: Itemtype, input: Input): Record<string, string | null> {
  const values: Record<string, string | null> = {};
  const columns = ctx.site.schema.table(itemtype.table)?.columns;
  for (const [key, value] of Object.entries(input)) {
    const column = key.startsWith('_') || value === undefined ? undefined : columns?.get(key);
    if (!column) continue;
    const parameter = parameterOf(value, column);
    if (parameter === undefined) throw new UnfitValue(key);
    values[key] = parameter;
  }
  return values;
}
