import { byForeignKey } from '../../catalog/catalog.ts';
import type { DeprecatedItemtype } from '../../catalog/deprecated.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Context } from '../../context.ts';
import type { Row } from '../../database/database.ts';
import { decodeStored } from '../../text/stored-text.ts';
import { friendlyNames, type Names, readNames, WantedNames } from '../names.ts';
import { toDeprecated } from './deprecated-keys.ts';
import { foreignKeyAt, type Values } from './foreign-keys.ts';
import type { ReadOptions } from './options.ts';
import { apiUrl, childLinks, collectNames, shapeKeys, shapeValues } from './shape.ts';
import { signatureOf } from './signature.ts';
import { type LinkWriter, linkWriter } from './written-links.ts';

/** An item on its way into an answer. */
export interface Draft {
  readonly itemtype: Itemtype;
  /** The name it was asked for by, where that is an old one. */
  readonly deprecated: DeprecatedItemtype | undefined;
  /** As stored. */
  readonly row: Row;
  /** What is shown of the row, with its `with_*` blocks. */
  readonly values: Values;
}

/**
 * Turns drafts into what is answered: names in place of ids, links, friendly names, old keys, decoded texts (items-read
 * G1.1). Names of all drafts are looked up together.
 *
 * @param single the drafts are items asked for one by one, not rows of a list
 * @returns one value a draft: an object, or a signature
 */
export async function finish(
  ctx: Context,
  drafts: readonly Draft[],
  options: ReadOptions,
  single: boolean,
): Promise<unknown[]> {
  const { keysNames } = options;
  const wanted = new WantedNames();
  if (options.expand) for (const { values } of drafts) collectNames(values, wanted);
  for (const draft of drafts) for (const [, target] of namedKeys(draft, keysNames)) if (target) wanted.add(...target);
  const names = await readNames(ctx, wanted);
  const ownNames = keysNames.includes('id') ? await ownFriendlyNames(ctx, drafts) : new Map<Draft, string>();
  const url = apiUrl(ctx);
  const writers = new Map<Itemtype, LinkWriter>();

  return drafts.map((draft) => {
    const { itemtype, deprecated, values } = draft;
    // Old names and signatures look into the links; all other answers get them written.
    const lookedInto = deprecated !== undefined || (single && options.signature);
    const own = options.links && lookedInto ? childLinks(itemtype, draft.row.id, url) : [];
    const shaped = lookedInto ? shapeValues(values, options, names, url, own) : shapeKeys(values, options, names, url);
    if (options.links && !lookedInto) {
      const write = writers.get(itemtype) ?? linkWriter(itemtype, url);
      writers.set(itemtype, write);
      const links = write(values, draft.row.id);
      if (links) shaped.links = links;
    }
    if (single && options.signature) return signatureOf(shaped);
    if (keysNames.length > 0) {
      shaped._keys_names = keyNamesOf(draft, keysNames, names, ownNames.get(draft), single && options.expand);
    }
    const answered = deprecated ? toDeprecated(shaped, deprecated, single && options.links) : shaped;
    return options.decoded ? decodeTexts(answered) : answered;
  });
}

/** The asked keys that the item has, and what they point to. */
function namedKeys(
  { values }: Draft,
  keys: readonly string[],
): [key: string, target: [itemtype: Itemtype, id: number] | undefined][] {
  return keys.flatMap((key) => {
    const itemtype = key in values ? byForeignKey(key) : undefined;
    if (!itemtype) return [];
    const id = values[key];
    return [[key, typeof id === 'number' ? [itemtype, id] : undefined]];
  });
}

async function ownFriendlyNames(ctx: Context, drafts: readonly Draft[]): Promise<Map<Draft, string>> {
  const names = new Map<Draft, string>();
  for (const [itemtype, some] of Map.groupBy(drafts, (draft) => draft.itemtype)) {
    const found = await friendlyNames(
      ctx,
      itemtype,
      some.map(({ row }) => row),
    );
    for (const [at, draft] of some.entries()) names.set(draft, found[at] ?? '');
  }
  return names;
}

function keyNamesOf(
  draft: Draft,
  keys: readonly string[],
  names: Names,
  ownName: string | undefined,
  expanded: boolean,
): Record<string, string> {
  const found: Record<string, string> = {};
  const targets = new Map(namedKeys(draft, keys));
  for (const key of keys) {
    if (key === 'id' && ownName !== undefined) found.id = ownName;
    if (!targets.has(key)) continue;
    const target = targets.get(key);
    // Where the name already stands in the id's place, GLPI looks for the friendly name of that.
    found[key] = target && !(expanded && foreignKeyAt(draft.values, key)) ? names.friendly(...target) : '';
  }
  return found;
}

function decodeTexts(values: Values): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? decodeStored(value) : value]),
  );
}
