import { encodedCompleteName } from '../entities/entity-tree.ts';
import { isNumericPhp } from '../http/php-values.ts';
import type { Handler } from './route.ts';

/** `getMyEntities`: those of the active profile, with `is_recursive` also what is below them (sessions S9.3). */
export const getMyEntities: Handler = async ({ site, session }, { parameters }) => {
  const tree = await site.entities.get();
  const below = isOne(parameters.get('is_recursive'));
  const ids = (session.activeProfile?.entities ?? []).flatMap(({ id, is_recursive }) => {
    const descendants = below && is_recursive === 1 ? tree.withDescendants(id).slice(1) : [];
    return [...descendants, id];
  });
  return {
    body: {
      myentities: ids.flatMap((id) => {
        const entity = tree.get(id);
        return entity ? { id, name: encodedCompleteName(entity) } : [];
      }),
    },
  };
};

/** PHP's `== 1` for what a parameter can be. */
const isOne = (value: unknown): boolean => value === true || (isNumericPhp(value) && Number(value) === 1);
