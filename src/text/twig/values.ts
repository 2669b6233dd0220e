/** The values that templates work with, and how they become texts, numbers and truths as PHP's do. */

/** Properties by name; a function is asked, once, when a template first wants the property. */
export class TwigObject {
  readonly #properties: Map<string, TwigValue | Promise<TwigValue> | (() => TwigValue | Promise<TwigValue>)>;

  constructor(properties: Readonly<Record<string, TwigValue | (() => TwigValue | Promise<TwigValue>)>>) {
    this.#properties = new Map(Object.entries(properties));
  }

  has(name: string): boolean {
    return this.#properties.has(name);
  }

  names(): readonly string[] {
    return [...this.#properties.keys()];
  }

  async get(name: string): Promise<TwigValue> {
    let value = this.#properties.get(name);
    if (typeof value === 'function') {
      value = value();
      this.#properties.set(name, value);
    }
    return (await value) ?? null;
  }
}

/** Text that is HTML already, and isn't escaped. */
export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

export type TwigValue = null | boolean | number | string | Markup | TwigObject | readonly TwigValue[];

/** As PHP writes a value into a text. */
export function textOf(value: TwigValue): string {
  if (value === null || value === false) return '';
  if (value === true) return '1';
  if (value instanceof Markup) return value.html;
  if (Array.isArray(value) || value instanceof TwigObject) return 'Array';
  return String(value);
}

/** As PHP counts with a value: what a text begins with, 0 for no number. */
export function numberOf(value: TwigValue): number {
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) return value.length > 0 ? 1 : 0;
  const number = /^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?/i.exec(textOf(value));
  return number ? Number(number[0]) : 0;
}

/** Whether a condition with the value holds. */
export function isTrue(value: TwigValue): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof TwigObject) return value.names().length > 0;
  const text = textOf(value);
  return text !== '' && text !== '0';
}

/** What `is empty` and `default` mean: no text, no items. */
export function isEmpty(value: TwigValue): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (value instanceof TwigObject) return value.names().length === 0;
  return textOf(value) === '';
}

const isNumeric = (text: string): boolean => /^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(text);

/** -1, 0, 1 as PHP 8 compares: numbers and numeric texts as numbers, other texts as texts. */
export function compare(left: TwigValue, right: TwigValue): number {
  if (left === null || right === null || typeof left === 'boolean' || typeof right === 'boolean') {
    const isTextBesideNull = typeof left === 'string' || typeof right === 'string';
    const hasBoolean = typeof left === 'boolean' || typeof right === 'boolean';
    if (!hasBoolean && isTextBesideNull) return sign(textOf(left), textOf(right));
    return Number(isTrue(left)) - Number(isTrue(right));
  }
  const [one, other] = [textOf(left), textOf(right)];
  return isNumeric(one) && isNumeric(other) ? sign(Number(one), Number(other)) : sign(one, other);
}

const sign = <T extends number | string>(left: T, right: T): number => (left < right ? -1 : left > right ? 1 : 0);
