import { TwigLimitError } from './errors.ts';
import { type Evaluation, evaluate, type Scope } from './evaluate.ts';
import { LONGEST_TEXT, members, type Surroundings, shown } from './filters.ts';
import type { Expression, Node } from './nodes.ts';
import { parseTemplate } from './parser.ts';
import { isTrue, TwigObject, type TwigValue, textOf } from './values.ts';
import { Work } from './work.ts';

/**
 * A template of the language that GLPI's templates are written in (the part of Twig that users may use, itil 10.6) with
 * values in their places, as HTML.
 *
 * @throws TwigSyntaxError, TwigSecurityError, TwigLimitError
 */
export async function renderTwig(
  template: string,
  values: Readonly<Record<string, TwigValue>>,
  at: Surroundings,
): Promise<string> {
  const renderer = new Renderer(at);
  await renderer.all(parseTemplate(template), { names: new Map(Object.entries(values)) });
  return renderer.result;
}

class Renderer {
  result = '';
  readonly #at: Evaluation;

  constructor({ now }: Surroundings) {
    this.#at = { now, work: new Work() };
  }

  async all(nodes: readonly Node[], scope: Scope): Promise<void> {
    for (const node of nodes) {
      this.#at.work.step();
      await this.#one(node, scope);
      if (this.result.length > LONGEST_TEXT) throw new TwigLimitError('The text is too long.');
    }
  }

  async #one(node: Node, scope: Scope): Promise<void> {
    switch (node.kind) {
      case 'text':
        this.result += node.text;
        break;
      case 'output': {
        const value = await evaluate(node.value, scope, this.#at);
        this.result += isLiteral(node.value) ? textOf(value) : shown(value);
        break;
      }
      case 'if':
        for (const { condition, body } of node.branches) {
          if (isTrue(await evaluate(condition, scope, this.#at))) return this.all(body, scope);
        }
        return this.all(node.otherwise, scope);
      case 'for':
        return this.#loop(node, scope);
    }
  }

  async #loop(node: Extract<Node, { kind: 'for' }>, outer: Scope): Promise<void> {
    const list = await evaluate(node.list, outer, this.#at);
    const items = await members(list);
    if (items.length === 0) return this.all(node.otherwise, outer);
    const keys: readonly TwigValue[] = list instanceof TwigObject ? list.names() : [...items.keys()];
    for (const [index, item] of items.entries()) {
      this.#at.work.step();
      const left = items.length - index;
      const loop = new TwigObject({
        index: index + 1,
        index0: index,
        revindex: left,
        revindex0: left - 1,
        first: index === 0,
        last: left === 1,
        length: items.length,
      });
      const names = new Map<string, TwigValue>([
        [node.name, item],
        ['loop', loop],
      ]);
      if (node.key !== undefined) names.set(node.key, keys[index]!);
      await this.all(node.body, { names, outer });
    }
  }
}

/** What the template's author wrote as a text himself isn't escaped. */
function isLiteral(expression: Expression): boolean {
  if (expression.kind === 'choice') return isLiteral(expression.yes) && isLiteral(expression.otherwise);
  return expression.kind === 'constant';
}
