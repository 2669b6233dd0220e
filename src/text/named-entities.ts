/** Characters as HTML 4 names them, quotes too: how GLPI writes a text into an attribute of a page. */

/** Names from U+00A0 on, in order. */
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** Names of other characters; upper and lower case Greek letters follow by themselves. */
const others =
  'Œ OElig œ oelig Š Scaron š scaron Ÿ Yuml ƒ fnof ˆ circ ˜ tilde ϑ thetasym ϒ upsih ϖ piv – ndash — mdash ‘ lsquo ’ rsquo ‚ sbquo “ ldquo ” rdquo „ bdquo † dagger ‡ Dagger • bull … hellip ‰ permil ′ prime ″ Prime ‹ lsaquo › rsaquo ‾ oline ⁄ frasl € euro ℑ image ℘ weierp ℜ real ™ trade ℵ alefsym ← larr ↑ uarr → rarr ↓ darr ↔ harr ↵ crarr ⇐ lArr ⇑ uArr ⇒ rArr ⇓ dArr ⇔ hArr ∀ forall ∂ part ∃ exist ∅ empty ∇ nabla ∈ isin ∉ notin ∋ ni ∏ prod ∑ sum − minus ∗ lowast √ radic ∝ prop ∞ infin ∠ ang ∧ and ∨ or ∩ cap ∪ cup ∫ int ∴ there4 ∼ sim ≅ cong ≈ asymp ≠ ne ≡ equiv ≤ le ≥ ge ⊂ sub ⊃ sup ⊄ nsub ⊆ sube ⊇ supe ⊕ oplus ⊗ otimes ⊥ perp ⋅ sdot ⌈ lceil ⌉ rceil ⌊ lfloor ⌋ rfloor 〈 lang 〉 rang ◊ loz ♠ spades ♣ clubs ♥ hearts ♦ diams';
const greek =
  'Α Alpha Β Beta Γ Gamma Δ Delta Ε Epsilon Ζ Zeta Η Eta Θ Theta Ι Iota Κ Kappa Λ Lambda Μ Mu Ν Nu Ξ Xi Ο Omicron Π Pi Ρ Rho Σ Sigma Τ Tau Υ Upsilon Φ Phi Χ Chi Ψ Psi Ω Omega ς sigmaf';

const names = new Map<string, string>([
  ['&', 'amp'],
  ['<', 'lt'],
  ['>', 'gt'],
  ['"', 'quot'],
  ...latin1.split(' ').map((name, at): [string, string] => [String.fromCharCode(0xa0 + at), name]),
  ...pairs(others),
  ...pairs(greek),
  ...pairs(greek.replace(/\S+/g, (word) => word.toLowerCase())).filter(([letter]) => letter !== 'ς'),
]);

function pairs(list: string): [string, string][] {
  const words = list.split(' ');
  return words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1]!] as [string, string]] : []));
}

/** The text with every character that has a name written by it, and apostrophes by number. */
export function namedEntities(text: string): string {
  return text.replace(/['"&<>\u00a0-\uffff]/g, (character) => {
    if (character === "'") return '&#039;';
    const name = names.get(character);
    return name ? `&${name};` : character;
  });
}

const characters = new Map([...names].map(([character, name]) => [name, character]));

/** The character of a name (`eacute`). */
export const characterNamed = (name: string): string | undefined => characters.get(name);
