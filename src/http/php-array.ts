/**
 * PHP's one array type: a list and a map at once, in the order its keys came. A JavaScript object would move keys that
 * look like integers to its front, which changes what criteria and columns mean.
 */

export type PhpScalar = string | number | boolean | null;
/** A value of a request: text and nested arrays from a query or form, anything JSON has from a JSON body. */
export type PhpValue = PhpScalar | PhpArray | readonly PhpValue[] | JsonObject;
/** An object of a JSON body. Its integer-like keys stand in ascending order, not in the order they were sent. */
export type JsonObject = { readonly [key: string]: PhpValue };

/** Digits as PHP takes them for an integer key: no sign but a minus, no leading zero. */
const integerKey = /^(?:0|-?[1-9]\d{0,17})$/;

/**
 * An ordered map. Keys are texts; `5` and `'5'` are the same key, as in PHP.
 */
export class PhpArray implements Iterable<[string, PhpValue]> {
  readonly #values = new Map<string, PhpValue>();
  #next = 0;

  /** Makes an array of pairs; of a key that comes twice the last value stays, in the first one's place. */
  static of(entries: Iterable<readonly [string | number, PhpValue]>): PhpArray {
    const array = new PhpArray();
    for (const [key, value] of entries) array.set(key, value);
    return array;
  }

  get size(): number {
    return this.#values.size;
  }

  get(key: string | number): PhpValue | undefined {
    return this.#values.get(typeof key === 'number' ? String(key) : key);
  }

  has(key: string | number): boolean {
    return this.#values.has(typeof key === 'number' ? String(key) : key);
  }

  set(key: string | number, value: PhpValue): this {
    const name = typeof key === 'number' ? String(key) : key;
    if (integerKey.test(name)) this.#next = Math.max(this.#next, Number(name) + 1);
    this.#values.set(name, value);
    return this;
  }

  /** Adds a value under the integer after the greatest one, as `a[]=` does. */
  push(value: PhpValue): this {
    return this.set(this.#next, value);
  }

  delete(key: string | number): boolean {
    return this.#values.delete(typeof key === 'number' ? String(key) : key);
  }

  keys(): IterableIterator<string> {
    return this.#values.keys();
  }

  values(): IterableIterator<PhpValue> {
    return this.#values.values();
  }

  entries(): IterableIterator<[string, PhpValue]> {
    return this.#values.entries();
  }

  [Symbol.iterator](): IterableIterator<[string, PhpValue]> {
    return this.#values.entries();
  }

  /** Whether the keys are 0, 1, 2 … in this order; so is an empty array. */
  isList(): boolean {
    return isListOfKeys(this.#values.keys());
  }

  /** For `JSON.stringify` and for tests: a list as array, another array as object. Integer keys lose their place. */
  toJSON(): unknown {
    return toPlain(this);
  }
}

/** Whether keys are 0, 1, 2 … in this order. */
export function isListOfKeys(keys: Iterable<string>): boolean {
  let expected = 0;
  for (const key of keys) if (key !== String(expected++)) return false;
  return true;
}

/** Whether a value is an array for PHP, that is a list of JSON, or anything nested of a query or form. */
const isPhpArray = (value: unknown): value is PhpArray | readonly PhpValue[] =>
  value instanceof PhpArray || Array.isArray(value);

/** Whether a value is an object for PHP: one of a JSON body, or the cast `input` of a form (http H2.3). */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !isPhpArray(value);

/** Whether a value has entries: an array or an object. */
export const isContainer = (value: unknown): value is PhpArray | readonly PhpValue[] | JsonObject =>
  typeof value === 'object' && value !== null;

/** The entries of an array or object, in order; none of any other value. */
export function entriesOf(value: unknown): Iterable<readonly [string, PhpValue]> {
  if (value instanceof PhpArray) return value;
  return isContainer(value) ? Object.entries(value as JsonObject) : [];
}

/** The values of an array or object, in order; none of any other value. */
export function valuesOf(value: unknown): Iterable<PhpValue> {
  if (value instanceof PhpArray) return value.values();
  return isContainer(value) ? Object.values(value as JsonObject) : [];
}

/** The value under a key of an array or object; undefined when there is none, or no array or object. */
export function valueAt(value: unknown, key: string | number): PhpValue | undefined {
  if (value instanceof PhpArray) return value.get(key);
  if (!isContainer(value) || !Object.hasOwn(value, key)) return undefined;
  return (value as JsonObject)[key];
}

/** How many entries an array or object has; 0 for any other value. */
export function sizeOf(value: unknown): number {
  if (value instanceof PhpArray) return value.size;
  return isContainer(value) ? Object.keys(value).length : 0;
}

/**
 * A value as plain JavaScript: arrays of PHP become lists where their keys are a list's, else objects (in which integer
 * keys come first). A key `__proto__` is dropped.
 */
export function toPlain(value: PhpValue): unknown {
  if (value instanceof PhpArray) {
    return value.isList() ? Array.from(value.values(), toPlain) : toObject(value);
  }
  if (Array.isArray(value)) return value.map(toPlain);
  return isJsonObject(value) ? toObject(value) : value;
}

function toObject(value: unknown): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const [key, item] of entriesOf(value)) if (key !== '__proto__') object[key] = toPlain(item);
  return object;
}
