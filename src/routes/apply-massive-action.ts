import { ApiError } from '../http/errors.ts';
import type { Handler } from './route.ts';

export const applyMassiveAction: Handler = async () => {
  throw new ApiError('ERROR_MASSIVEACTION_KEY');
};
