import { TwigLimitError } from './errors.ts';
import { Markup, TwigObject, type TwigValue } from './values.ts';

/** As much as a template may do: letters that its operators and filters go through, and what else costs as many. */
const MOST = 20_000_000;
/** A step, and a member of a list, count as that many letters. */
const STEP = 100;

/** What a template has done so far; it is stopped before it keeps the server from everybody else. */
export class Work {
  #done = 0;

  /** A node or an expression is gone through. */
  step(): void {
    this.#add(STEP);
  }

  /** The values are gone through. */
  on(values: readonly TwigValue[]): void {
    for (const value of values) this.#add(sizeOf(value));
  }

  #add(letters: number): void {
    this.#done += letters;
    if (this.#done > MOST) throw new TwigLimitError('The template does too much.');
  }
}

function sizeOf(value: TwigValue): number {
  if (typeof value === 'string') return value.length;
  if (value instanceof Markup) return value.html.length;
  if (value instanceof TwigObject) return value.names().length * STEP;
  return Array.isArray(value) ? value.length * STEP : 0;
}
