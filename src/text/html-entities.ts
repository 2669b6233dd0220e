/** Names of the characters from 160 to 255, in order. */
const latin = `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute
micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave
Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml
Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth
ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`.split(/\s+/);

/** The other named characters of HTML 4. */
const others: Readonly<Record<string, string>> = {
  'Œ': 'OElig', 'œ': 'oelig', 'Š': 'Scaron', 'š': 'scaron', 'Ÿ': 'Yuml', 'ƒ': 'fnof', 'ˆ': 'circ', '˜': 'tilde',
  'Α': 'Alpha', 'Β': 'Beta', 'Γ': 'Gamma', 'Δ': 'Delta', 'Ε': 'Epsilon', 'Ζ': 'Zeta', 'Η': 'Eta', 'Θ': 'Theta', 'Ι': 'Iota',
  'Κ': 'Kappa', 'Λ': 'Lambda', 'Μ': 'Mu', 'Ν': 'Nu', 'Ξ': 'Xi', 'Ο': 'Omicron', 'Π': 'Pi', 'Ρ': 'Rho', 'Σ': 'Sigma',
  'Τ': 'Tau', 'Υ': 'Upsilon', 'Φ': 'Phi', 'Χ': 'Chi', 'Ψ': 'Psi', 'Ω': 'Omega', 'α': 'alpha', 'β': 'beta', 'γ': 'gamma',
  'δ': 'delta', 'ε': 'epsilon', 'ζ': 'zeta', 'η': 'eta', 'θ': 'theta', 'ι': 'iota', 'κ': 'kappa', 'λ': 'lambda', 'μ': 'mu',
  'ν': 'nu', 'ξ': 'xi', 'ο': 'omicron', 'π': 'pi', 'ρ': 'rho', 'ς': 'sigmaf', 'σ': 'sigma', 'τ': 'tau', 'υ': 'upsilon',
  'φ': 'phi', 'χ': 'chi', 'ψ': 'psi', 'ω': 'omega', 'ϑ': 'thetasym', 'ϒ': 'upsih', 'ϖ': 'piv', '\u2002': 'ensp',
  '\u2003': 'emsp', '\u2009': 'thinsp', '\u200c': 'zwnj', '\u200d': 'zwj', '\u200e': 'lrm', '\u200f': 'rlm', '–': 'ndash',
  '—': 'mdash', '‘': 'lsquo', '’': 'rsquo', '‚': 'sbquo', '“': 'ldquo', '”': 'rdquo', '„': 'bdquo', '†': 'dagger',
  '‡': 'Dagger', '•': 'bull', '…': 'hellip', '‰': 'permil', '′': 'prime', '″': 'Prime', '‹': 'lsaquo', '›': 'rsaquo',
  '‾': 'oline', '⁄': 'frasl', '€': 'euro', 'ℑ': 'image', '℘': 'weierp', 'ℜ': 'real', '™': 'trade', 'ℵ': 'alefsym',
  '←': 'larr', '↑': 'uarr', '→': 'rarr', '↓': 'darr', '↔': 'harr', '↵': 'crarr', '⇐': 'lArr', '⇑': 'uArr', '⇒': 'rArr',
  '⇓': 'dArr', '⇔': 'hArr', '∀': 'forall', '∂': 'part', '∃': 'exist', '∅': 'empty', '∇': 'nabla', '∈': 'isin', '∉': 'notin',
  '∋': 'ni', '∏': 'prod', '∑': 'sum', '−': 'minus', '∗': 'lowast', '√': 'radic', '∝': 'prop', '∞': 'infin', '∠': 'ang',
  '∧': 'and', '∨': 'or', '∩': 'cap', '∪': 'cup', '∫': 'int', '∴': 'there4', '∼': 'sim', '≅': 'cong', '≈': 'asymp',
  '≠': 'ne', '≡': 'equiv', '≤': 'le', '≥': 'ge', '⊂': 'sub', '⊃': 'sup', '⊄': 'nsub', '⊆': 'sube', '⊇': 'supe',
  '⊕': 'oplus', '⊗': 'otimes', '⊥': 'perp', '⋅': 'sdot', '⌈': 'lceil', '⌉': 'rceil', '⌊': 'lfloor', '⌋': 'rfloor',
  '\u2329': 'lang', '\u232a': 'rang', '◊': 'loz', '♠': 'spades', '♣': 'clubs', '♥': 'hearts', '♦': 'diams',
};

const names = new Map<string, string>([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#039;'],
  ...latin.map((name, at): [string, string] => [String.fromCharCode(160 + at), `&${name};`]),
  ...Object.entries(others).map(([character, name]): [string, string] => [character, `&${name};`]),
]);

const characters = new Map([...names].map(([character, entity]) => [entity.slice(1, -1), character]));

/** The text with every character that HTML 4 has a name for written by it. */
export const encodeHtml = (text: string): string => text.replace(/[&<>"'\u00a0-\uffff]/g, (one) => names.get(one) ?? one);

/** The character of an HTML 4 name (`eacute`). */
export const namedCharacter = (name: string): string | undefined => characters.get(name);
