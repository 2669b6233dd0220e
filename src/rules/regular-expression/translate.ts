/**
 * From PCRE's language to ours. What has no equal (recursion, conditional groups, branch resets, verbs) is refused:
 * such an expression matches nothing.
 */
import { escaped, escapedSet, posixSet } from './character-sets.ts';

/** An expression in our language. */
export interface Translated {
  readonly source: string;
  /** Capturing groups in order; each is called `c<n>`, those that had a name of their own count as named. */
  readonly groups: readonly { readonly isNamed: boolean }[];
  /** How many long repetitions there are; infinitely many when one repeats what can be matched in several ways. */
  readonly repetitions: number;
}

export interface TranslationOptions {
  /** Characters, not bytes (`u`). */
  readonly isUnicode: boolean;
  readonly modifiers: ReadonlySet<string>;
  /** How a byte above 127 stands in the text, when it's bytes. */
  byte(value: number): number;
}

class Unsupported extends Error {}

/** Inline settings, which a group gives back at its end. */
interface State {
  m: boolean;
  s: boolean;
  x: boolean;
  i: boolean;
  U: boolean;
}

const END = '(?![\\s\\S])';
const controls: Readonly<Record<string, number>> = { a: 7, e: 27, f: 12, n: 10, r: 13, t: 9 };

/** Repetitions beyond these many times count as long. */
const SHORT = 3;

const isLong = (quantifier: string): boolean =>
  /^[*+]|,\}$/.test(quantifier) || Number(/(\d+)\}$/.exec(quantifier)?.[1] ?? 0) > SHORT;

/** Undefined when the expression is invalid or has no equal. */
export function translate(pattern: string, options: TranslationOptions): Translated | undefined {
  try {
    return new Translator(pattern, options).run();
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

class Translator {
  readonly #text: readonly string[];
  readonly #options: TranslationOptions;
  readonly #groups: { isNamed: boolean }[] = [];
  readonly #names = new Map<string, number>();
  #state: State;
  #at = 0;
  #helpers = 0;
  #repetitions = 0;
  /** Places so far at which a search has a choice. */
  #choices = 0;

  constructor(pattern: string, options: TranslationOptions) {
    this.#text = [...pattern];
    this.#options = options;
    const has = (letter: string) => options.modifiers.has(letter);
    this.#state = { m: has('m'), s: true, x: has('x'), i: true, U: has('U') };
  }

  run(): Translated {
    const body = this.#alternatives();
    if (this.#at < this.#text.length) throw new Unsupported();
    const source = this.#options.modifiers.has('A') ? `(?<![\\s\\S])(?:${body})` : body;
    return { source, groups: this.#groups, repetitions: this.#repetitions };
  }

  #peek(text: string): boolean {
    return [...text].every((character, i) => this.#text[this.#at + i] === character);
  }

  #take(text: string): boolean {
    if (!this.#peek(text)) return false;
    this.#at += [...text].length;
    return true;
  }

  /** Takes what the expression finds here, and answers its groups. */
  #takeMatch(expression: RegExp): RegExpExecArray | undefined {
    const found = expression.exec(this.#text.slice(this.#at, this.#at + 300).join(''));
    if (!found) return undefined;
    this.#at += [...found[0]].length;
    return found;
  }

  /** Up to the closing parenthesis or the end. */
  #alternatives(): string {
    const outer = this.#state;
    this.#state = { ...outer };
    const parts: string[] = [];
    while (this.#at < this.#text.length && !this.#peek(')')) {
      if (this.#take('|')) {
        parts.push('|');
        this.#choices++;
      } else this.#term(parts);
    }
    this.#state = outer;
    return parts.join('');
  }

  #term(parts: string[]): void {
    if (this.#state.x && this.#takeMatch(/^(?:\s+|#[^\n]*\n?)/)) return;
    const choices = this.#choices;
    const atom = this.#atom();
    if (atom !== '') parts.push(this.#repeated(atom, this.#choices > choices));
  }

  /** @param hasChoices the atom itself can be matched in several ways */
  #repeated(atom: string, hasChoices: boolean): string {
    const quantifier = this.#takeMatch(/^(?:[*+?]|\{\d+(?:,\d*)?\})/)?.[0];
    if (quantifier === undefined) return atom;
    this.#choices++;
    if (isLong(quantifier)) this.#repetitions += hasChoices ? Number.POSITIVE_INFINITY : 1;
    if (this.#take('+')) return this.#atomic(atom + quantifier);
    const isLazy = this.#take('?') !== this.#state.U;
    return this.#repeated(`(?:${atom}${quantifier}${isLazy ? '?' : ''})`, true);
  }

  /** What is matched once isn't given back: a look ahead that is then taken as found. */
  #atomic(source: string): string {
    const name = `h${this.#helpers++}`;
    return `(?:(?=(?<${name}>${source}))\\k<${name}>)`;
  }

  #atom(): string {
    const character = this.#text[this.#at++]!;
    switch (character) {
      case '(':
        return this.#group();
      case '[':
        return this.#class();
      case '\\':
        return this.#escape();
      case '.':
        return this.#state.s ? '[\\s\\S]' : '[^\\n]';
      case '^':
        return this.#state.m ? '(?<![^\\n])' : '(?<![\\s\\S])';
      case '$':
        return this.#lineEnd();
      case '*':
      case '+':
      case '?':
        throw new Unsupported();
      default:
        return this.#literal(character.codePointAt(0)!);
    }
  }

  #lineEnd(): string {
    if (this.#state.m) return `(?=\\n|${END})`;
    return this.#options.modifiers.has('D') ? END : `(?=\\n?${END})`;
  }

  #literal(code: number): string {
    return this.#state.i ? escaped(code) : `(?-i:${escaped(code)})`;
  }

  #group(): string {
    if (this.#peek('*')) throw new Unsupported();
    if (this.#takeMatch(/^\?#[^)]*\)/)) return '';
    const settings = this.#takeMatch(/^\?([imsxUJ]*)(?:-([imsxU]*))?(\)|:)/);
    if (settings) return this.#settings(settings);
    const look = this.#takeMatch(/^\?<?[=!]/)?.[0];
    if (look) return `(?:(${look}${this.#closed()}))`;
    if (this.#take('?>')) return this.#atomic(this.#closed());
    const name = this.#takeMatch(/^\?(?:P?<(\w+)>|'(\w+)')/);
    if (!name && this.#takeMatch(/^\?P=(\w+)\)/)) throw new Unsupported();
    if (!name && this.#peek('?')) throw new Unsupported();
    return this.#capture(name?.[1] ?? name?.[2]);
  }

  #capture(name: string | undefined): string {
    if (name === undefined && this.#options.modifiers.has('n')) return `(?:${this.#closed()})`;
    const number = this.#groups.push({ isNamed: name !== undefined });
    if (name !== undefined) this.#names.set(name, number);
    return `(?<c${number}>${this.#closed()})`;
  }

  /** `(?i)` holds until the group ends, `(?i:…)` inside only. */
  #settings([, on = '', off = '', end]: RegExpExecArray): string {
    const changed = { ...this.#state };
    for (const letter of on) if (letter in changed) changed[letter as keyof State] = true;
    for (const letter of off) changed[letter as keyof State] = false;
    if (end === ')') {
      this.#state = changed;
      return '';
    }
    const outer = this.#state;
    this.#state = changed;
    const body = this.#closed();
    this.#state = outer;
    return `(?:${body})`;
  }

  #closed(): string {
    const body = this.#alternatives();
    if (!this.#take(')')) throw new Unsupported();
    return body;
  }

  #escape(): string {
    const reference = this.#takeMatch(/^(?:([1-9]\d?)|g\{?(-?\d+)\}?|g\{(\w+)\}|k[{<'](\w+)[}>'])/);
    if (reference) return this.#reference(reference);
    const quoted = this.#takeMatch(/^Q([\s\S]*?)(?:\\E|$)/);
    if (quoted) return this.#quoted(quoted[1]!);
    const property = this.#takeMatch(/^([pP])(?:\{(\^?)(\w+)\}|(\w))/);
    if (property) return this.#property(property);
    const letter = this.#text[this.#at];
    const anchor = letter === undefined ? undefined : this.#anchor(letter);
    if (anchor !== undefined) {
      this.#at++;
      return anchor;
    }
    if (letter === 'W' && this.#options.isUnicode) {
      this.#at++;
      return `[^${escapedSet('w', true)}]`;
    }
    const set = letter === undefined ? undefined : escapedSet(letter, this.#options.isUnicode);
    if (set !== undefined) {
      this.#at++;
      return `[${set}]`;
    }
    return this.#literal(this.#escapedCode());
  }

  #anchor(letter: string): string | undefined {
    const word = `[${escapedSet('w', this.#options.isUnicode)}]`;
    switch (letter) {
      case 'A':
        return '(?<![\\s\\S])';
      case 'z':
        return END;
      case 'Z':
        return `(?=\\n?${END})`;
      case 'b':
        return `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`;
      case 'B':
        return `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`;
      case 'N':
        return '[^\\n]';
      case 'R':
        return '(?:\\r\\n|[\\n-\\r])';
      case 'K':
      case 'E':
        return '';
      case 'G':
      case 'X':
      case 'C':
        throw new Unsupported();
      default:
        return undefined;
    }
  }

  #reference([, plain, relative, byG, byK]: RegExpExecArray): string {
    const name = byG ?? byK;
    const number = name === undefined ? Number(plain ?? relative) : this.#names.get(name);
    const group = number === undefined || number >= 0 ? number : this.#groups.length + 1 + number;
    if (group === undefined || group < 1 || group > this.#groups.length) throw new Unsupported();
    return `\\k<c${group}>`;
  }

  #quoted(text: string): string {
    return text === '' ? '' : `(?:${[...text].map((each) => this.#literal(each.codePointAt(0)!)).join('')})`;
  }

  #property([, letter, not, long, short]: RegExpExecArray): string {
    if (!this.#options.isUnicode) throw new Unsupported();
    const isNegative = (letter === 'P') !== (not === '^');
    return `\\${isNegative ? 'P' : 'p'}{${long ?? short}}`;
  }

  /** The code of a character that is written as an escape, behind the backslash. */
  #escapedCode(): number {
    const hex = this.#takeMatch(/^x(?:\{([0-9a-f]+)\}|([0-9a-f]{0,2}))/i);
    if (hex) return this.#code(Number.parseInt(hex[1] ?? `0${hex[2]}`, 16));
    const octal = this.#takeMatch(/^(?:o\{([0-7]+)\}|(0[0-7]{0,2}))/);
    if (octal) return this.#code(Number.parseInt((octal[1] ?? octal[2])!, 8));
    const control = this.#takeMatch(/^c([\s\S])/);
    if (control) return control[1]!.toUpperCase().charCodeAt(0) ^ 64;
    const character = this.#text[this.#at++];
    if (character === undefined) throw new Unsupported();
    if (controls[character] !== undefined) return controls[character];
    if (/[a-zA-Z0-9]/.test(character)) throw new Unsupported();
    return character.codePointAt(0)!;
  }

  #code(value: number): number {
    if (this.#options.isUnicode) return value;
    if (value > 0xff) throw new Unsupported();
    return this.#options.byte(value);
  }

  #class(): string {
    const isNegative = this.#take('^');
    let items = '';
    for (let first = true; first || !this.#peek(']'); first = false) {
      if (this.#at >= this.#text.length) throw new Unsupported();
      items += this.#classItem();
    }
    this.#at++;
    const all = isNegative ? `[^${items}]` : `[${items}]`;
    return this.#state.i ? all : `(?-i:${all})`;
  }

  #classItem(): string {
    const from = this.#classMember();
    if (typeof from === 'string') return from;
    const isRange = this.#peek('-') && this.#text[this.#at + 1] !== ']' && this.#text[this.#at + 1] !== undefined;
    if (!isRange) return escaped(from);
    this.#at++;
    const to = this.#classMember();
    if (typeof to === 'string') return `${escaped(from)}\\-${to}`;
    if (to < from) throw new Unsupported();
    return this.#range(from, to);
  }

  /** Bytes above 127 stand elsewhere in the text: a range over that border is two. */
  #range(from: number, to: number): string {
    const high = this.#options.isUnicode ? 0x80 : this.#options.byte(0x80);
    if (from > 0x7f || to <= 0x7f || high === 0x80) return `${escaped(from)}-${escaped(to)}`;
    return `${escaped(from)}-${escaped(0x7f)}${escaped(high)}-${escaped(to)}`;
  }

  /** A character's code, or what stands for a set. */
  #classMember(): number | string {
    const posix = this.#takeMatch(/^\[:(\^?\w+):\]/);
    if (posix) {
      const set = posixSet(posix[1]!);
      if (set === undefined) throw new Unsupported();
      return set;
    }
    const character = this.#text[this.#at++]!;
    if (character !== '\\') return character.codePointAt(0)!;
    const property = this.#takeMatch(/^([pP])(?:\{(\^?)(\w+)\}|(\w))/);
    if (property) return this.#property(property);
    if (this.#take('b')) return 8;
    const letter = this.#text[this.#at];
    if (letter === 'W' && this.#options.isUnicode) throw new Unsupported();
    const set = letter === undefined ? undefined : escapedSet(letter, this.#options.isUnicode);
    if (set === undefined) return this.#escapedCode();
    this.#at++;
    return set;
  }
}
