/** What is wrong with a template. */

/** The template can't be read. */
export class TwigSyntaxError extends Error {}

/** The template asks for something that templates of users may not do; `message` is Twig's own. */
export class TwigSecurityError extends Error {
  constructor(kind: 'Tag' | 'Filter' | 'Function', name: string, line: number) {
    super(`${kind} "${name}" is not allowed in "template" at line ${line}.`);
  }
}

/** The template does too much. */
export class TwigLimitError extends Error {}

export const isTwigError = (error: unknown): error is Error =>
  error instanceof TwigSyntaxError || error instanceof TwigSecurityError || error instanceof TwigLimitError;
