/** Number → index of the plural form. */
export type PluralRule = (count: number) => number;

/** gettext's rule for a file without a (usable) header: one, and more than one. */
export const germanicPlural: PluralRule = (count) => (count === 1 ? 0 : 1);

/** Binary operators of a rule, loosest first; those of one line bind alike. */
const operators: readonly Readonly<Record<string, (left: number, right: number) => number>>[] = [
  { '||': (left, right) => Number(left !== 0 || right !== 0) },
  { '&&': (left, right) => Number(left !== 0 && right !== 0) },
  { '==': (left, right) => Number(left === right), '!=': (left, right) => Number(left !== right) },
  {
    '<=': (left, right) => Number(left <= right),
    '>=': (left, right) => Number(left >= right),
    '<': (left, right) => Number(left < right),
    '>': (left, right) => Number(left > right),
  },
  { '+': (left, right) => left + right, '-': (left, right) => left - right },
  {
    '*': (left, right) => left * right,
    '/': (left, right) => Math.trunc(left / right),
    '%': (left, right) => left % right,
  },
];

const token = /\s*(\d+|n|\|\||&&|[=!<>]=|[-+*/%<>!?:()])/y;

/**
 * The rule of a language file's header `Plural-Forms` (`nplurals=2; plural=(n > 1);`). The expression is C's and comes
 * from a file, so it is parsed, never run as code.
 *
 * @throws SyntaxError when the header is not such a rule
 */
export function parsePluralForms(header: string): PluralRule {
  const parts = /nplurals\s*=\s*(\d+)\s*;\s*plural\s*=([^;]*)/.exec(header);
  if (!parts) throw new SyntaxError(`not a plural rule: ${header}`);
  const forms = Number(parts[1]);
  const evaluate = new RuleParser(tokensOf(parts[2]!.trim())).parse();
  return (count) => {
    const index = evaluate(Math.abs(Math.trunc(count)));
    return index >= 0 && index < forms ? index : 0;
  };
}

type Evaluate = (n: number) => number;

/** Recursive descent over the tokens: one method a kind of expression. */
class RuleParser {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  parse(): Evaluate {
    const rule = this.#choice();
    if (this.#at < this.#tokens.length) throw new SyntaxError(`unexpected ${this.#tokens[this.#at]} in a plural rule`);
    return rule;
  }

  #choice(): Evaluate {
    const condition = this.#binary(0);
    if (!this.#accept('?')) return condition;
    const yes = this.#choice();
    this.#expect(':');
    const no = this.#choice();
    return (n) => (condition(n) !== 0 ? yes(n) : no(n));
  }

  #binary(level: number): Evaluate {
    const known = operators[level];
    if (!known) return this.#unary();
    let left = this.#binary(level + 1);
    for (;;) {
      const operate = known[this.#tokens[this.#at] ?? ''];
      if (!operate) return left;
      this.#at++;
      const first = left;
      const second = this.#binary(level + 1);
      left = (n) => operate(first(n), second(n));
    }
  }

  #unary(): Evaluate {
    if (this.#accept('!')) {
      const operand = this.#unary();
      return (n) => Number(operand(n) === 0);
    }
    if (this.#accept('(')) {
      const inner = this.#choice();
      this.#expect(')');
      return inner;
    }
    const next = this.#tokens[this.#at++];
    if (next === 'n') return (n) => n;
    if (next === undefined || !/^\d+$/.test(next))
      throw new SyntaxError(`unexpected ${next ?? 'end'} in a plural rule`);
    const value = Number(next);
    return () => value;
  }

  #accept(wanted: string): boolean {
    if (this.#tokens[this.#at] !== wanted) return false;
    this.#at++;
    return true;
  }

  #expect(wanted: string): void {
    if (!this.#accept(wanted)) throw new SyntaxError(`${wanted} missing in a plural rule`);
  }
}

function tokensOf(expression: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < expression.length) {
    const from = token.lastIndex;
    const found = token.exec(expression);
    if (!found) throw new SyntaxError(`unexpected text in a plural rule: ${expression.slice(from)}`);
    tokens.push(found[1]!);
  }
  return tokens;
}
