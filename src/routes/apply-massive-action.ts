import type { Input } from '../behaviours/behaviour.ts';
import { ApiError } from '../http/errors.ts';
import { entriesOf, isContainer, toPlain } from '../http/php-array.ts';
import { phpIntval, phpText, truthy } from '../http/php-values.ts';
import { applyAction, type Tally } from '../massive-actions/apply.ts';
import { nothing } from './get-massive-actions.ts';
import { itemtypeOfPath } from './itemtypes.ts';
import type { Answer, ApiRequest, Handler } from './route.ts';

/** `/applyMassiveAction/:itemtype/:key` (massive-actions 1.3), with any method. */
export const applyMassiveAction: Handler = async (ctx, request) => {
  const [name = '', key = ''] = request.elements;
  if (name === '') throw new ApiError('ERROR_MASSIVEACTION_KEY:missing');
  const ids = idsOf(request);
  if (ids.length === 0) throw new ApiError('ERROR_MASSIVEACTION_NO_IDS');
  const { itemtype } = itemtypeOfPath(name);
  if (key === '') throw new ApiError('ERROR_MASSIVEACTION_KEY:missing');
  const tally = await applyAction(ctx, itemtype, key, ids, inputOf(request));
  if (tally === 'nothing') return nothing;
  if (!tally || total(tally) === 0) throw new ApiError('ERROR_MASSIVEACTION_KEY');
  return { status: statusOf(tally), body: tally } satisfies Answer;
};

/** A single id counts as a list of one. */
function idsOf({ parameters }: ApiRequest): string[] {
  const value = parameters.get('ids');
  if (isContainer(value)) return [...entriesOf(value)].map(([, id]) => idText(id));
  return truthy(value) ? [idText(value)] : [];
}

/** An id as a text; what isn't one is the number that PHP makes of it. */
const idText = (value: Parameters<typeof phpText>[0]): string => phpText(value) ?? String(phpIntval(value));

function inputOf({ parameters }: ApiRequest): Input {
  const value = parameters.get('input');
  return isContainer(value) ? { ...(toPlain(value as never) as Input) } : {};
}

const total = ({ ok, noaction, ko, noright }: Tally): number => ok + noaction + ko + noright;

function statusOf({ ok, ko }: Tally): number {
  if (ok === 0) return 422;
  return ko > 0 ? 207 : 200;
}
