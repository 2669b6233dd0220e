import { readFileSync } from 'node:fs';
import type { FastifyReply } from 'fastify';
import { sendHtml } from './answers.ts';
import type { BodyKind } from './body.ts';
import { codeOf, type ErrorEntry, errorTable } from './errors.ts';
import { htmlPage } from './html.ts';
import { markdownToHtml } from './markdown.ts';

const template = readFileSync(new URL('./documentation.md', import.meta.url), 'utf8').replace(
  '{{errors}}',
  errorsMarkdown(),
);

/**
 * Answers with the documentation of the API (http H9): a page for browsers, the Markdown it is made of for clients that
 * say they speak JSON or forms.
 *
 * @param apiUrl the setting `url_base_api` without slashes at its ends
 */
export function sendDocumentation(reply: FastifyReply, body: BodyKind, apiUrl: string): FastifyReply {
  const markdown = documentationMarkdown(apiUrl);
  return sendHtml(reply, body === 'json' || body === 'form' ? markdown : documentationPage(markdown));
}

/** The text, with the addresses of this server in its examples. */
export const documentationMarkdown = (apiUrl: string): string => template.replaceAll('{{api}}', () => apiUrl);

/** The page of a text. */
export const documentationPage = (markdown: string): string =>
  htmlPage('API Documentation - GLPI', `<div class='documentation'>\n${markdownToHtml(markdown)}\n</div>`, style);

/** The section on errors, from the table of errors: a heading for each code, whose id is the code. */
function errorsMarkdown(): string {
  const codes = new Map<string, ErrorEntry[]>();
  for (const [name, entry] of Object.entries<ErrorEntry>(errorTable)) {
    const code = codeOf(name);
    codes.set(code, [...(codes.get(code) ?? []), entry]);
  }
  return Array.from(codes, ([code, entries]) => `### ${code}\n\n${entries.map(errorMarkdown).join('\n')}`).join('\n\n');
}

function errorMarkdown(entry: ErrorEntry): string {
  return entry.neverSent ? `- ${entry.when}` : `- Status ${entry.status}. ${entry.when}`;
}

const style = `
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #1f2933; background: #fff; }
.documentation { max-width: 56rem; margin: 0 auto; padding: 1rem 1.5rem 4rem; }
h1, h2 { border-bottom: 1px solid #d5dbe1; padding-bottom: .2em; }
h2 { margin-top: 2.5em; }
h3 { margin-top: 1.8em; }
:target { background: #fff3c4; }
code { font: .9em/1.4 ui-monospace, monospace; background: #f0f3f6; padding: .1em .3em; border-radius: 3px; }
pre { background: #f0f3f6; padding: .8em 1em; overflow-x: auto; border-radius: 4px; }
pre code { padding: 0; background: none; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; border-bottom: 1px solid #d5dbe1; padding: .35em .6em .35em 0; }
a { color: #1c5fa8; }
@media (prefers-color-scheme: dark) {
  body { color: #dde3ea; background: #161b22; }
  h1, h2, th, td { border-color: #39424e; }
  code, pre { background: #222a35; }
  :target { background: #4a3f16; }
  a { color: #7ab4f5; }
}`;
