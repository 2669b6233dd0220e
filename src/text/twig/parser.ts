/** Reads templates: the part of Twig's language that templates of users may use. */
import { TwigSecurityError, TwigSyntaxError } from './errors.ts';
import { ExpressionParser } from './expression-parser.ts';
import type { Branch, Node } from './nodes.ts';
import { type Segment, segmentsOf } from './tokens.ts';
import { forbiddenTags } from './vocabulary.ts';

/** How deep tags may be nested. */
const DEEPEST = 50;

/**
 * A template as a tree.
 *
 * @throws TwigSyntaxError for what is no template
 * @throws TwigSecurityError for tags, filters and functions that users' templates may not use
 */
export function parseTemplate(template: string): readonly Node[] {
  const reader = new BodyReader(segmentsOf(template));
  const nodes = reader.body([], 0);
  reader.expectEnd();
  return nodes;
}

class BodyReader {
  readonly #segments: readonly Segment[];
  #at = 0;

  constructor(segments: readonly Segment[]) {
    this.#segments = segments;
  }

  /** Everything until one of the tags, which isn't taken. */
  body(until: readonly string[], depth: number): Node[] {
    if (depth > DEEPEST) throw new TwigSyntaxError('Nested too deeply.');
    const nodes: Node[] = [];
    for (; this.#at < this.#segments.length; ) {
      const segment = this.#segments[this.#at]!;
      if (segment.kind === 'text') {
        nodes.push(segment);
        this.#at++;
      } else if (segment.kind === 'output') {
        const expression = new ExpressionParser(segment.tokens, segment.line);
        nodes.push({ kind: 'output', value: expression.only() });
        this.#at++;
      } else {
        const name = segment.tokens[0]?.text ?? '';
        if (until.includes(name)) return nodes;
        nodes.push(this.#tag(name, segment.line, depth));
      }
    }
    return nodes;
  }

  expectEnd(): void {
    if (this.#at < this.#segments.length) throw new TwigSyntaxError('Unexpected tag.');
  }

  #tag(name: string, line: number, depth: number): Node {
    if (name === 'if') return this.#if(depth);
    if (name === 'for') return this.#for(depth);
    if (forbiddenTags.has(name)) throw new TwigSecurityError('Tag', name, line);
    throw new TwigSyntaxError(`Unknown "${name}" tag.`);
  }

  /** The expression behind a tag's name; takes the tag. */
  #take(name: string): ExpressionParser {
    const segment = this.#segments[this.#at];
    if (segment?.kind !== 'tag' || segment.tokens[0]?.text !== name)
      throw new TwigSyntaxError(`Missing "${name}" tag.`);
    this.#at++;
    return new ExpressionParser(segment.tokens.slice(1), segment.line);
  }

  #next(): string {
    const segment = this.#segments[this.#at];
    return segment?.kind === 'tag' ? (segment.tokens[0]?.text ?? '') : '';
  }

  #if(depth: number): Node {
    const branches: Branch[] = [];
    const ends = ['elseif', 'else', 'endif'];
    do {
      const condition = this.#take(branches.length === 0 ? 'if' : 'elseif').only();
      branches.push({ condition, body: this.body(ends, depth + 1) });
    } while (this.#next() === 'elseif');
    const otherwise = this.#otherwise('endif', depth);
    return { kind: 'if', branches, otherwise };
  }

  #for(depth: number): Node {
    const head = this.#take('for');
    const first = head.name();
    const second = head.takes(',') ? head.name() : undefined;
    head.expect('in');
    const list = head.only();
    const body = this.body(['else', 'endfor'], depth + 1);
    const otherwise = this.#otherwise('endfor', depth);
    return second === undefined
      ? { kind: 'for', key: undefined, name: first, list, body, otherwise }
      : { kind: 'for', key: first, name: second, list, body, otherwise };
  }

  #otherwise(end: string, depth: number): readonly Node[] {
    let nodes: readonly Node[] = [];
    if (this.#next() === 'else') {
      this.#take('else').end();
      nodes = this.body([end], depth + 1);
    }
    this.#take(end).end();
    return nodes;
  }
}
