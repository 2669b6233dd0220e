/** A literal that a class property is assigned. */
export type PhpLiteral = string | number | boolean | null | PhpLiteral[];

/**
 * The properties that a PHP class file assigns literals to: `public $dbhost = 'localhost';`. Comments are skipped, quoted
 * strings read as PHP reads them (single: only \' and \\; double: the usual escapes, no variables), lists of literals
 * as arrays. A property assigned anything else is left out.
 */
export function readPhpProperties(source: string): Map<string, PhpLiteral> {
  const properties = new Map<string, PhpLiteral>();
  const tokens = tokenize(source);
  for (let i = 0; i < tokens.length - 2; i++) {
    const variable = tokens[i]!;
    if (variable.kind !== 'variable' || tokens[i + 1]!.text !== '=') continue;
    const literal = readLiteral(tokens, i + 2);
    if (literal && tokens[literal.end]?.text === ';') properties.set(variable.text, literal.value);
  }
  return properties;
}

interface Token {
  kind: 'variable' | 'string' | 'number' | 'word' | 'sign';
  text: string;
}

const TOKEN =
  /(?<comment>\/\*[\s\S]*?\*\/|(?:\/\/|#(?!\[))[^\n]*)|\$(?<variable>[A-Za-z_]\w*)|'(?<single>(?:[^'\\]|\\[\s\S])*)'|"(?<double>(?:[^"\\]|\\[\s\S])*)"|(?<number>\d+(?:\.\d+)?)|(?<word>[A-Za-z_\\][\w\\]*)|(?<sign>\S)/g;

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  for (const { groups } of source.matchAll(TOKEN)) {
    const { comment, variable, single, double, number, word, sign } = groups!;
    if (comment !== undefined) continue;
    if (variable !== undefined) tokens.push({ kind: 'variable', text: variable });
    else if (single !== undefined) tokens.push({ kind: 'string', text: single.replace(/\\(['\\])/g, '$1') });
    else if (double !== undefined) tokens.push({ kind: 'string', text: unescapeDouble(double) });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'sign', text: sign! });
  }
  return tokens;
}

const ESCAPES: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  v: '\v',
  e: '\x1b',
  f: '\f',
  '\\': '\\',
  $: '$',
  '"': '"',
};

function unescapeDouble(text: string): string {
  return text.replace(
    /\\(?:x([0-9a-f]{1,2})|u\{([0-9a-f]+)\}|([0-7]{1,3})|([\s\S]))/gi,
    (whole, hex, unicode, octal, other) => {
      if (hex) return String.fromCharCode(Number.parseInt(hex, 16));
      if (unicode) return String.fromCodePoint(Number.parseInt(unicode, 16));
      if (octal) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      return ESCAPES[other] ?? whole;
    },
  );
}

function readLiteral(tokens: Token[], at: number): { value: PhpLiteral; end: number } | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.kind === 'string') return { value: token.text, end: at + 1 };
  if (token.kind === 'number') return { value: Number(token.text), end: at + 1 };
  if (token.text === '[') return readList(tokens, at + 1, ']');
  const word = token.text.toLowerCase();
  if (word === 'array' && tokens[at + 1]?.text === '(') return readList(tokens, at + 2, ')');
  if (word === 'true' || word === 'false') return { value: word === 'true', end: at + 1 };
  return word === 'null' ? { value: null, end: at + 1 } : undefined;
}

function readList(tokens: Token[], start: number, close: string): { value: PhpLiteral[]; end: number } | undefined {
  const values: PhpLiteral[] = [];
  for (let at = start; ; ) {
    if (tokens[at]?.text === close) return { value: values, end: at + 1 };
    const item = readLiteral(tokens, at);
    if (!item) return undefined;
    values.push(item.value);
    at = tokens[item.end]?.text === ',' ? item.end + 1 : item.end;
  }
}
