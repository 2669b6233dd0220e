import { escapeHtml } from './html.ts';

/**
 * Makes HTML of the Markdown that the documentation uses: headings (with an id made of their text), paragraphs, lists,
 * tables, code, bold and links. Everything else of the text is shown as it is.
 */
export function markdownToHtml(markdown: string): string {
  const blocks: string[] = [];
  const lines = markdown.split('\n');
  for (let at = 0; at < lines.length; ) {
    const block = readBlock(lines, at);
    blocks.push(block.html);
    at = block.next;
  }
  return blocks.filter((html) => html !== '').join('\n');
}

interface Block {
  readonly html: string;
  /** Number of the line behind the block. */
  readonly next: number;
}

function readBlock(lines: readonly string[], at: number): Block {
  const line = lines[at] ?? '';
  const heading = /^(#{1,6}) (.*)$/.exec(line);
  if (heading) {
    const [, marks = '#', text = ''] = heading;
    return { html: `<h${marks.length} id="${anchorOf(text)}">${inline(text)}</h${marks.length}>`, next: at + 1 };
  }
  if (line.startsWith('```')) {
    const end = endOf(lines, at + 1, (other) => !other.startsWith('```'));
    return { html: `<pre><code>${escapeHtml(lines.slice(at + 1, end).join('\n'))}</code></pre>`, next: end + 1 };
  }
  if (line.startsWith('|')) {
    const end = endOf(lines, at, (other) => other.startsWith('|'));
    return { html: table(lines.slice(at, end)), next: end };
  }
  if (line.startsWith('- ')) {
    const end = endOf(lines, at, (other) => /^(- | {2})/.test(other));
    const items = lines.slice(at, end).join('\n').slice(2).split('\n- ');
    return { html: `<ul>${items.map((item) => `<li>${inline(item)}</li>`).join('')}</ul>`, next: end };
  }
  if (line.trim() === '') return { html: '', next: at + 1 };
  const end = endOf(lines, at + 1, (other) => other.trim() !== '' && !/^(#|```|\||- )/.test(other));
  return { html: `<p>${inline(lines.slice(at, end).join('\n'))}</p>`, next: end };
}

function endOf(lines: readonly string[], from: number, belongs: (line: string) => boolean): number {
  let at = from;
  while (at < lines.length && belongs(lines[at] ?? '')) at++;
  return at;
}

function table(lines: readonly string[]): string {
  const rows = lines.map((line) =>
    line
      .replace(/^\||\|\s*$/g, '')
      .split('|')
      .map((cell) => inline(cell.trim())),
  );
  const [head = [], , ...body] = rows;
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${row(head, 'th')}</thead><tbody>${body.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
}

/** A heading of one word keeps it as id (`ERROR_SQL`), others get small letters and hyphens (`get-an-item`). */
function anchorOf(text: string): string {
  return /^\w+$/.test(text) && /[A-Z]./.test(text.slice(1)) ? text : text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

function inline(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => {
      if (part.startsWith('`') && part.length > 1) return `<code>${escapeHtml(part.slice(1, -1))}</code>`;
      return escapeHtml(part)
        .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
        .replace(/\[([^\]]+)\]\(((?:https?:\/\/|#)[^)\s]+)\)/g, '<a href="$2">$1</a>');
    })
    .join('');
}
