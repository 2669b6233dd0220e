import type { DeprecatedItemtype } from '../../catalog/deprecated.ts';
import type { Values } from './foreign-keys.ts';
import type { Link } from './shape.ts';

/**
 * An item under the keys of its old type: columns that have another name now come last, after the links (http H12.1).
 *
 * @param withLinks single items have links even when there are none, and these speak of the old type (http H12.3)
 */
export function toDeprecated(
  values: Values,
  deprecated: DeprecatedItemtype,
  withLinks: boolean,
): Record<string, unknown> {
  const { renamed, removed, name, currentType } = deprecated;
  const answered: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    if (!(key in renamed) && !removed.includes(key)) answered[key] = value;
  }
  if (withLinks) {
    answered.links = ((values.links ?? []) as readonly Link[]).map(({ rel, href }) => ({
      rel: rel === currentType ? name : rel,
      href: href.replaceAll(`/${currentType}`, `/${name}`),
    }));
  }
  for (const [current, old] of Object.entries(renamed)) {
    if (current in values) answered[old] = values[current];
  }
  return answered;
}
