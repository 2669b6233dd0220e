import { isA, itemtype as typeNamed } from '../../../catalog/catalog.ts';
import { memberOf } from '../../../catalog/lists.ts';
import type { Itemtype } from '../../../catalog/model.ts';
import type { Context } from '../../../context.ts';
import type { Row } from '../../../database/database.ts';
import { READ, READNOTE } from '../../../rights/bits.ts';
import { connectionsOf } from './connections.ts';
import { contractsOf } from './contracts.ts';
import { devicesOf } from './devices.ts';
import { disksOf } from './disks.ts';
import { documentsOf } from './documents.ts';
import { infocomsOf } from './infocoms.ts';
import { itilObjectsOf } from './itil-objects.ts';
import { logsOf } from './logs.ts';
import { networkPortsOf } from './network-ports.ts';
import { notesOf } from './notes.ts';
import { softwaresOf } from './softwares.ts';

/** The item that a block belongs to. */
export interface Owner {
  readonly itemtype: Itemtype;
  readonly id: number;
}

/** What a `with_*` parameter adds to an item (items-read G3). */
interface Block {
  /** The key of the answer. */
  readonly key: string;
  /** Types that have the block; the parameter is ignored for others. */
  has(itemtype: Itemtype): boolean;
  /** Without it the block is an error of its own. */
  allowed(ctx: Context, itemtype: Itemtype): boolean;
  read(ctx: Context, owner: Owner): Promise<unknown>;
}

const any = (): boolean => true;
const listed = (list: string) => (itemtype: Itemtype) => memberOf(list, itemtype.name);
const viewable = (name: string) => (ctx: Context) => {
  const itemtype = typeNamed(name);
  return itemtype !== undefined && ctx.rights.canClass(itemtype, READ);
};

/** Types whose documents are shown to whoever sees the item. */
const openDocuments = ['CommonITILObject', 'KnowbaseItem', 'Reminder'];

const table = {
  with_devices: { key: '_devices', has: listed('itemdevices_types'), allowed: any, read: devicesOf },
  with_disks: {
    key: '_disks',
    has: (itemtype) => memberOf('disk_types', itemtype.name) || itemtype.name === 'Peripheral',
    allowed: any,
    read: disksOf,
  },
  with_softwares: {
    key: '_softwares',
    has: listed('software_types'),
    allowed: viewable('Software'),
    read: softwaresOf,
  },
  with_connections: {
    key: '_connections',
    has: (itemtype) => itemtype.name === 'Computer',
    allowed: any,
    read: connectionsOf,
  },
  with_networkports: {
    key: '_networkports',
    has: any,
    allowed: viewable('NetworkEquipment'),
    read: async (ctx, owner) => (await networkPortsOf(ctx, owner.itemtype, [owner.id])).get(owner.id),
  },
  with_infocoms: { key: '_infocoms', has: any, allowed: viewable('Infocom'), read: infocomsOf },
  with_contracts: { key: '_contracts', has: any, allowed: viewable('Contract'), read: contractsOf },
  with_documents: {
    key: '_documents',
    has: any,
    allowed: (ctx, itemtype) => openDocuments.some((name) => isA(itemtype, name)) || viewable('Document')(ctx),
    read: documentsOf,
  },
  with_tickets: { key: '_tickets', has: any, allowed: viewable('Ticket'), read: itilObjectsOf('Ticket') },
  with_problems: { key: '_problems', has: any, allowed: viewable('Problem'), read: itilObjectsOf('Problem') },
  with_changes: { key: '_changes', has: any, allowed: viewable('Change'), read: itilObjectsOf('Change') },
  with_notes: {
    key: '_notes',
    has: any,
    allowed: (ctx, itemtype) => ctx.rights.have(itemtype.right, READNOTE),
    read: notesOf,
  },
  with_logs: { key: '_logs', has: any, allowed: (ctx) => ctx.rights.have('logs', READ), read: logsOf },
} satisfies Record<string, Block>;

export type BlockName = keyof typeof table;

/** The `with_*` parameters, in the order in which their blocks are answered. */
export const blockNames = Object.keys(table) as readonly BlockName[];

/** What stands in place of a block that the session may not see (items-read G3.1). */
function refusedBlock(ctx: Context): Row {
  return { error: 401, message: ctx.translate("You don't have permission to perform this action.") };
}

/** The blocks that are asked for and that the item's type has, by their keys, in order. */
export async function readBlocks(
  ctx: Context,
  owner: Owner,
  wanted: ReadonlySet<BlockName>,
): Promise<Record<string, unknown>> {
  const blocks: Record<string, unknown> = {};
  for (const name of blockNames) {
    const block: Block = table[name];
    if (!wanted.has(name) || !block.has(owner.itemtype)) continue;
    blocks[block.key] = block.allowed(ctx, owner.itemtype) ? await block.read(ctx, owner) : refusedBlock(ctx);
  }
  return blocks;
}

/** The block of network ports of each of several items, which is the only one that lists have (items-read G4.1). */
export async function networkPortBlocks(
  ctx: Context,
  itemtype: Itemtype,
  ids: readonly number[],
): Promise<Record<string, unknown>[]> {
  const { key, allowed } = table.with_networkports;
  if (!allowed(ctx)) return ids.map(() => ({ [key]: refusedBlock(ctx) }));
  const ports = await networkPortsOf(ctx, itemtype, ids);
  return ids.map((id) => ({ [key]: ports.get(id) }));
}
