/** What expressions of templates are worth. */
import { filterFunctions } from './filters.ts';
import { range, templateFunctions } from './functions.ts';
import type { Expression } from './nodes.ts';
import { compare, isEmpty, isTrue, Markup, numberOf, TwigObject, type TwigValue, textOf } from './values.ts';
import type { Work } from './work.ts';

/** Names that an expression may use, the innermost first. */
export interface Scope {
  readonly names: ReadonlyMap<string, TwigValue>;
  readonly outer?: Scope;
}

/** What evaluating needs beside the names. */
export interface Evaluation {
  /** The wall clock, `Y-m-d H:i:s`. */
  readonly now: string;
  readonly work: Work;
}

/**
 * The value of an expression; null for names and properties that there aren't.
 *
 * @throws TwigLimitError
 */
export async function evaluate(expression: Expression, scope: Scope, at: Evaluation): Promise<TwigValue> {
  at.work.step();
  const of = (inner: Expression): Promise<TwigValue> => evaluate(inner, scope, at);
  const all = (inner: readonly Expression[]): Promise<TwigValue[]> => Promise.all(inner.map(of));
  const counted = async (inner: readonly Expression[]): Promise<TwigValue[]> => {
    const values = await all(inner);
    at.work.on(values);
    return values;
  };
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'name':
      return find(scope, expression.name) ?? null;
    case 'list':
      return all(expression.items);
    case 'map': {
      const values = await all(expression.entries.map(([, value]) => value));
      const keys = await all(expression.entries.map(([key]) => key));
      return new TwigObject(Object.fromEntries(keys.map((key, index) => [textOf(key), values[index]!])));
    }
    case 'attribute':
      return attribute(await of(expression.of), await of(expression.key));
    case 'filter': {
      const [value = null, ...args] = await counted([expression.of, ...expression.args]);
      return filterFunctions[expression.name]!(value, args, at);
    }
    case 'function':
      return templateFunctions[expression.name]!(await counted(expression.args), at);
    case 'test':
      return test(expression, scope, at);
    case 'unary': {
      const value = await of(expression.of);
      if (expression.operator === 'not') return !isTrue(value);
      return expression.operator === '-' ? -numberOf(value) : numberOf(value);
    }
    case 'binary':
      return binary(expression, of, at.work);
    case 'choice':
      return isTrue(await of(expression.condition)) ? of(expression.yes) : of(expression.otherwise);
  }
}

function find(scope: Scope | undefined, name: string): TwigValue | undefined {
  for (let at = scope; at; at = at.outer) {
    const value = at.names.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

async function attribute(of: TwigValue, key: TwigValue): Promise<TwigValue> {
  const name = textOf(key);
  if (of instanceof TwigObject) return of.get(name);
  return Array.isArray(of) && /^\d+$/.test(name) ? ((of as readonly TwigValue[])[Number(name)] ?? null) : null;
}

async function test(
  { name, of, args }: Extract<Expression, { kind: 'test' }>,
  scope: Scope,
  at: Evaluation,
): Promise<boolean> {
  if (name === 'defined') return isDefined(of, scope, at);
  const value = await evaluate(of, scope, at);
  const other = args[0] ? await evaluate(args[0], scope, at) : null;
  switch (name) {
    case 'empty':
      return isEmpty(value);
    case 'even':
      return numberOf(value) % 2 === 0;
    case 'odd':
      return Math.abs(numberOf(value) % 2) === 1;
    case 'iterable':
      return Array.isArray(value) || value instanceof TwigObject;
    case 'same as':
      return value === other;
    case 'divisible by':
      return numberOf(value) % numberOf(other) === 0;
    default:
      return value === null;
  }
}

async function isDefined(of: Expression, scope: Scope, at: Evaluation): Promise<boolean> {
  if (of.kind === 'name') return find(scope, of.name) !== undefined;
  if (of.kind !== 'attribute') return true;
  const [owner, key] = [await evaluate(of.of, scope, at), textOf(await evaluate(of.key, scope, at))];
  if (owner instanceof TwigObject) return owner.has(key);
  return Array.isArray(owner) && Number(key) < owner.length;
}

type Operation = (left: TwigValue, right: TwigValue) => TwigValue;

const operations: Readonly<Record<string, Operation>> = {
  '==': (left, right) => compare(left, right) === 0,
  '!=': (left, right) => compare(left, right) !== 0,
  '<': (left, right) => compare(left, right) < 0,
  '>': (left, right) => compare(left, right) > 0,
  '<=': (left, right) => compare(left, right) <= 0,
  '>=': (left, right) => compare(left, right) >= 0,
  'starts with': (left, right) => textOf(left).startsWith(textOf(right)),
  'ends with': (left, right) => textOf(left).endsWith(textOf(right)),
  '..': (left, right) => range(left, right),
  '+': (left, right) => numberOf(left) + numberOf(right),
  '-': (left, right) => numberOf(left) - numberOf(right),
  '*': (left, right) => numberOf(left) * numberOf(right),
  '/': (left, right) => (numberOf(right) === 0 ? null : numberOf(left) / numberOf(right)),
  '//': (left, right) => (numberOf(right) === 0 ? null : Math.floor(numberOf(left) / numberOf(right))),
  '%': (left, right) => (numberOf(right) === 0 ? null : numberOf(left) % numberOf(right)),
  '**': (left, right) => numberOf(left) ** numberOf(right),
  '~': (left, right) => textOf(left) + textOf(right),
};

async function binary(
  { operator, left, right }: Extract<Expression, { kind: 'binary' }>,
  of: (inner: Expression) => Promise<TwigValue>,
  work: Work,
): Promise<TwigValue> {
  const first = await of(left);
  if (operator === 'and') return isTrue(first) && isTrue(await of(right));
  if (operator === 'or') return isTrue(first) || isTrue(await of(right));
  const second = await of(right);
  work.on([first, second]);
  if (operator === 'in' || operator === 'not in') return isIn(first, second) === (operator === 'in');
  return operations[operator]!(first, second);
}

function isIn(needle: TwigValue, stack: TwigValue): boolean {
  if (Array.isArray(stack)) return stack.some((one: TwigValue) => compare(one, needle) === 0);
  return (typeof stack === 'string' || stack instanceof Markup) && textOf(stack).includes(textOf(needle));
}
