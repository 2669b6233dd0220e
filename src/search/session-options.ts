/** The options of a type as one session may use them (search 4.4, 4.5). */
import { lists } from '../catalog/lists.ts';
import type { Itemtype, SearchOption } from '../catalog/model.ts';
import { entriesFor } from '../catalog/search-options.ts';
import type { Context } from '../context.ts';
import { READ } from '../rights/bits.ts';

export interface SessionOptions {
  /** Every option of the type, which criteria are checked against. */
  readonly all: ReadonlyMap<number, SearchOption>;
  /** Without those whose rights the session lacks. */
  readonly visible: ReadonlyMap<number, SearchOption>;
}

/** Blocks of options that need a right of their own on types of a list. */
const blocks: readonly {
  readonly group: string;
  readonly right: string;
  readonly has: (itemtype: Itemtype) => boolean;
}[] = [
  { group: 'financial', right: 'infocom', has: ({ name }) => isIn(lists.infocom_types, name) || isDeviceLink(name) },
  { group: 'contract', right: 'contract', has: ({ name }) => isIn(lists.contract_types, name) },
  { group: 'document', right: 'document', has: ({ name }) => isIn(lists.document_types, name) },
  { group: 'network', right: 'networking', has: ({ name }) => name === 'Computer' },
];

const isIn = (list: readonly string[], name: string) => list.includes(name);
const isDeviceLink = (name: string) => name.startsWith('Item_Device');

export function sessionOptions(ctx: Context, itemtype: Itemtype): SessionOptions {
  const { rights } = ctx;
  const all = new Map<number, SearchOption>();
  const visible = new Map<number, SearchOption>();
  const closed = new Set(
    blocks.filter(({ right, has }) => has(itemtype) && !rights.have(right, READ)).map(({ group }) => group),
  );
  let group = '';
  for (const entry of entriesFor(itemtype, { have: rights.have.bind(rights), interface: rights.interface })) {
    if ('group' in entry) {
      group = entry.group;
      continue;
    }
    all.set(entry.id, entry);
    if (!closed.has(group)) visible.set(entry.id, entry);
  }
  return { all, visible };
}
