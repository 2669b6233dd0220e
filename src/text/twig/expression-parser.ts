import { TwigSecurityError, TwigSyntaxError } from './errors.ts';
import { filterFunctions } from './filters.ts';
import { templateFunctions } from './functions.ts';
import type { Expression } from './nodes.ts';
import type { Token } from './tokens.ts';
import { forbiddenFilters, forbiddenFunctions, tests } from './vocabulary.ts';

/** Binary operators by how tightly they bind. */
const precedences: Readonly<Record<string, number>> = {
  or: 10,
  and: 15,
  '==': 20,
  '!=': 20,
  '<': 20,
  '>': 20,
  '<=': 20,
  '>=': 20,
  in: 20,
  'not in': 20,
  'starts with': 20,
  'ends with': 20,
  '..': 25,
  '+': 30,
  '-': 30,
  '~': 40,
  '*': 60,
  '/': 60,
  '//': 60,
  '%': 60,
  is: 100,
  'is not': 100,
  '**': 200,
  '??': 300,
};
const UNARY_NOT = 50;
const UNARY_SIGN = 500;
const DEEPEST = 100;
/** Words of an expression: a chain of filters or sums nests as deep as it is long. */
const LONGEST = 1_000;

const constants: Readonly<Record<string, null | boolean>> = { true: true, false: false, null: null, none: null };

/** Reads one expression of a template by the precedence of its operators. */
export class ExpressionParser {
  readonly #tokens: readonly Token[];
  readonly #line: number;
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], line: number) {
    if (tokens.length > LONGEST) throw new TwigSyntaxError('The expression is too long.');
    this.#tokens = tokens;
    this.#line = line;
  }

  /** The expression that all the tokens make. */
  only(): Expression {
    const expression = this.#expression(0);
    this.end();
    return expression;
  }

  end(): void {
    if (this.#at < this.#tokens.length) throw new TwigSyntaxError('Unexpected end of an expression.');
  }

  name(): string {
    const token = this.#tokens[this.#at++];
    if (token?.kind !== 'name') throw new TwigSyntaxError('A name is missing.');
    return token.text;
  }

  takes(text: string): boolean {
    const token = this.#tokens[this.#at];
    if (!token || token.kind === 'string' || token.text !== text) return false;
    this.#at++;
    return true;
  }

  expect(text: string): void {
    if (!this.takes(text)) throw new TwigSyntaxError(`"${text}" is missing.`);
  }

  #expression(least: number): Expression {
    if (++this.#depth > DEEPEST) throw new TwigSyntaxError('Nested too deeply.');
    let left = this.#prefix();
    for (let operator = this.#operator(least); operator !== undefined; operator = this.#operator(least)) {
      left = operator.startsWith('is') ? this.#test(left, operator) : this.#binary(left, operator);
    }
    if (least === 0) left = this.#choices(left);
    this.#depth--;
    return left;
  }

  /** Takes the next binary operator if it binds at least so tightly. */
  #operator(least: number): string | undefined {
    const token = this.#tokens[this.#at];
    const precedence = token?.kind === 'operator' ? precedences[token.text] : undefined;
    if (token === undefined || precedence === undefined || precedence < least) return undefined;
    this.#at++;
    return token.text;
  }

  #binary(left: Expression, operator: string): Expression {
    const isFromRight = operator === '**' || operator === '??';
    const right = this.#expression(precedences[operator]! + (isFromRight ? 0 : 1));
    if (operator === '??') {
      return { kind: 'choice', condition: isThere(left), yes: left, otherwise: right };
    }
    return { kind: 'binary', operator, left, right };
  }

  #test(of: Expression, operator: string): Expression {
    const first = this.#word();
    const second = this.#tokens[this.#at];
    const two = second && !tests.has(first) ? `${first} ${second.text}` : first;
    if (two !== first) this.#at++;
    const takesValue = tests.get(two);
    if (takesValue === undefined) throw new TwigSyntaxError(`Unknown "${two}" test.`);
    const args = takesValue ? this.#arguments() : [];
    const test: Expression = { kind: 'test', name: two, of, args };
    return operator === 'is' ? test : { kind: 'unary', operator: 'not', of: test };
  }

  #word(): string {
    const token = this.#tokens[this.#at++];
    if (token?.kind !== 'name') throw new TwigSyntaxError('A test is missing.');
    return token.text;
  }

  /** `a ? b : c`, `a ?: c`, `a ? b`. */
  #choices(condition: Expression): Expression {
    if (this.takes('?:')) {
      return { kind: 'choice', condition, yes: condition, otherwise: this.#expression(0) };
    }
    if (!this.takes('?')) return condition;
    if (this.takes(':')) return { kind: 'choice', condition, yes: condition, otherwise: this.#expression(0) };
    const yes = this.#expression(0);
    const otherwise: Expression = this.takes(':') ? this.#expression(0) : { kind: 'constant', value: '' };
    return { kind: 'choice', condition, yes, otherwise };
  }

  #prefix(): Expression {
    const token = this.#tokens[this.#at];
    if (token?.kind === 'operator' && ['not', '-', '+'].includes(token.text)) {
      this.#at++;
      const of = this.#expression(token.text === 'not' ? UNARY_NOT : UNARY_SIGN);
      return this.#suffixes({ kind: 'unary', operator: token.text, of });
    }
    return this.#suffixes(this.#primary());
  }

  #primary(): Expression {
    const token = this.#tokens[this.#at++];
    switch (token?.kind) {
      case 'number':
        return { kind: 'constant', value: Number(token.text) };
      case 'string':
        return { kind: 'constant', value: token.text };
      case 'name':
        return this.#named(token.text);
      case 'punctuation':
        if (token.text === '(') {
          const inside = this.#expression(0);
          this.expect(')');
          return inside;
        }
        if (token.text === '[') return { kind: 'list', items: this.#items(']') };
        if (token.text === '{') return this.#map();
    }
    throw new TwigSyntaxError('Unexpected token.');
  }

  #named(name: string): Expression {
    const constant = constants[name.toLowerCase()];
    if (constant !== undefined && Object.hasOwn(constants, name.toLowerCase()))
      return { kind: 'constant', value: constant };
    if (this.#tokens[this.#at]?.text !== '(') return { kind: 'name', name };
    if (!Object.hasOwn(templateFunctions, name)) this.#refuse('Function', name, forbiddenFunctions.has(name));
    return { kind: 'function', name, args: this.#arguments() };
  }

  #suffixes(start: Expression): Expression {
    let of = start;
    for (;;) {
      if (this.takes('.')) of = this.#attribute(of);
      else if (this.takes('[')) {
        of = { kind: 'attribute', of, key: this.#expression(0) };
        this.expect(']');
      } else if (this.takes('|')) {
        const name = this.name();
        if (!Object.hasOwn(filterFunctions, name)) this.#refuse('Filter', name, forbiddenFilters.has(name));
        of = { kind: 'filter', name, of, args: this.#tokens[this.#at]?.text === '(' ? this.#arguments() : [] };
      } else return of;
    }
  }

  #attribute(of: Expression): Expression {
    const token = this.#tokens[this.#at++];
    if (!token || token.kind === 'string' || token.kind === 'punctuation')
      throw new TwigSyntaxError('A name is missing.');
    return { kind: 'attribute', of, key: { kind: 'constant', value: token.text } };
  }

  #arguments(): Expression[] {
    this.expect('(');
    return this.#items(')');
  }

  #items(end: string): Expression[] {
    const items: Expression[] = [];
    while (!this.takes(end)) {
      if (items.length > 0) {
        this.expect(',');
        if (this.takes(end)) break;
      }
      items.push(this.#expression(0));
    }
    return items;
  }

  #map(): Expression {
    const entries: (readonly [Expression, Expression])[] = [];
    while (!this.takes('}')) {
      if (entries.length > 0) {
        this.expect(',');
        if (this.takes('}')) break;
      }
      const token = this.#tokens[this.#at++];
      if (!token || token.kind === 'operator' || token.kind === 'punctuation')
        throw new TwigSyntaxError('A key is missing.');
      this.expect(':');
      entries.push([{ kind: 'constant', value: token.text }, this.#expression(0)]);
    }
    return { kind: 'map', entries };
  }

  #refuse(kind: 'Filter' | 'Function', name: string, isKnown: boolean): never {
    if (isKnown) throw new TwigSecurityError(kind, name, this.#line);
    throw new TwigSyntaxError(`Unknown "${name}" ${kind.toLowerCase()}.`);
  }
}

/** `x ?? y` looks whether x is defined and isn't null. */
const isThere = (of: Expression): Expression => ({
  kind: 'unary',
  operator: 'not',
  of: { kind: 'test', name: 'null', of, args: [] },
});
