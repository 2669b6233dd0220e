import type { Input } from '../behaviours/behaviour.ts';
import type { FoundItemtype } from '../catalog/catalog.ts';
import type { DeprecatedItemtype } from '../catalog/deprecated.ts';
import { entriesOf, isContainer, isListOfKeys, toPlain } from '../http/php-array.ts';
import { isNumericPhp, phpIntval } from '../http/php-values.ts';
import type { ApiRequest } from './route.ts';

/** The `input` of a request: one item's or a list of them. */
export interface Inputs {
  readonly bulk: boolean;
  readonly list: readonly Input[];
}

/**
 * The items that `input` describes, under their present columns' names; undefined when it is neither an object nor a
 * list (items-write W2.1).
 */
export function inputsOf(request: ApiRequest, found: FoundItemtype): Inputs | undefined {
  const value = request.parameters.get('input');
  if (!isContainer(value)) return undefined;
  const entries = [...entriesOf(value)];
  const isObject = !Array.isArray(value) && !(entries.length === 0 && Symbol.iterator in value);
  if (isObject && !(Symbol.iterator in value && isListOfKeys(entries.map(([key]) => key)))) {
    return { bulk: false, list: [inputOf(value, found)] };
  }
  return { bulk: true, list: entries.map(([, item]) => inputOf(item, found)) };
}

/** One item's input; of a scalar there is nothing to take. */
function inputOf(value: unknown, { deprecated }: FoundItemtype): Input {
  const input = { ...(isContainer(value) ? (toPlain(value as never) as Input) : {}) };
  return deprecated ? currentInput(input, deprecated) : input;
}

/** An input for an old type under the present column names (http H12.1). */
function currentInput(input: Input, { renamed, added }: DeprecatedItemtype): Input {
  const oldNames = new Map(Object.entries(renamed).map(([column, name]) => [name, column]));
  const entries = Object.entries(input).map(([name, value]) => [oldNames.get(name) ?? name, value] as const);
  return { ...Object.fromEntries(entries), ...added };
}

/** The id that an input names; undefined when it names none. */
export function idOf(input: Input): number | undefined {
  const { id } = input;
  if (!isNumericPhp(id)) return undefined;
  const number = phpIntval(id);
  return number > 0 || String(id).trim() !== '' ? number : undefined;
}
