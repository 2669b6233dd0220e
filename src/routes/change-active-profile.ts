import { ApiError } from '../http/errors.ts';
import { phpIntval } from '../http/php-values.ts';
import { withProfile } from '../sessions/choices.ts';
import type { EntranceHandler } from './entrance.ts';

/** `changeActiveProfile` (sessions S10.3). */
export const changeActiveProfile: EntranceHandler = async ({ site, session, db, translate }, { parameters }) => {
  const wanted = parameters.get('profiles_id');
  if (wanted === undefined || wanted === null) throw new ApiError('ERROR');
  const entities = await site.entities.get();
  const changed = session && (await withProfile({ db, entities, translate }, session.data, phpIntval(wanted)));
  if (!changed) throw new ApiError('ERROR_ITEM_NOT_FOUND');
  session.change(changed);
  return { body: true };
};
