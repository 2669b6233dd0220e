import { ApiError } from '../http/errors.ts';
import { phpIntval } from '../http/php-values.ts';
import { withEntities, withoutFullStructure } from '../sessions/choices.ts';
import type { EntranceHandler } from './entrance.ts';

/** `changeActiveEntities`; what the profile doesn't reach is answered `false` (sessions S10.1). */
export const changeActiveEntities: EntranceHandler = async ({ site, session, db, translate }, { parameters }) => {
  const recursive = parameters.get('is_recursive') ?? false;
  if (typeof recursive !== 'boolean') throw new ApiError('ERROR');
  const wanted = parameters.get('entities_id') ?? null;
  const choice = wanted === null ? 'all' : { id: phpIntval(wanted), recursive };
  if (!session) return { body: false };
  const entities = await site.entities.get();
  const changed = await withEntities({ db, entities, translate }, session.data, choice);
  session.change(changed ?? withoutFullStructure(session.data));
  return { body: changed !== undefined };
};
