import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour, Input } from '../behaviour.ts';

/** Events of the planning that are no items of GLPI's (itil 14). */
export const externalEventLife: Behaviour = {
  prepareAdd(w, _itemtype, input) {
    input.name = String(input.name ?? '').trim() || w.ctx.translate('Without title');
    delete input.begin;
    delete input.end;
    takePlan(w, input);
    encode(input);
    return true;
  },

  prepareUpdate(w, _itemtype, _row, input) {
    if (input.name !== undefined) input.name = String(input.name ?? '').trim() || w.ctx.translate('Without title');
    takePlan(w, input);
    encode(input);
    return true;
  },

  /** The history hears of a new time only when it came as a plan. */
  beforeUpdate(_w, _itemtype, change) {
    if (change.input.plan === undefined) for (const column of ['begin', 'end']) change.noted.set(column, false);
  },
};

/** `plan: {begin, end}` in place of the columns; one that ends before it begins is left out, with a message. */
function takePlan(w: Writing, input: Input): void {
  const { plan } = input;
  if (typeof plan !== 'object' || plan === null) return;
  const { begin, end } = plan as Input;
  if (String(begin ?? '') < String(end ?? '')) Object.assign(input, { begin, end });
  else w.messages.error(w.ctx.translate('Error in entering dates. The starting date is later than the ending date'));
}

/** Guests and the rule of repetition are kept as JSON. */
function encode(input: Input): void {
  for (const column of ['users_id_guests', 'rrule']) {
    const value = input[column];
    if (typeof value === 'object' && value !== null) input[column] = JSON.stringify(value);
  }
}
