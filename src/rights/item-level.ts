import { memberOf } from '../catalog/lists.ts';
import type { Itemtype, RelationLink } from '../catalog/model.ts';
import type { Context } from '../context.ts';
import type { Row } from '../database/database.ts';
import { CREATE, type Operation, PURGE, READ, UPDATE } from './bits.ts';
import type { ItemEntity } from './rights.ts';
import { NO_CHECK, type Peer, peerOf, pointsAnywhere, type Side, VIEW_CHECK } from './sides.ts';

/** The rule of items whose class has none of its own (rights R4.3, R5.2, R6.2). */
export async function itemRule(ctx: Context, itemtype: Itemtype, row: Row, operation: Operation): Promise<boolean> {
  if (itemtype.relation) return relationRule(ctx, itemtype.relation, row, operation);
  if (itemtype.child && operation !== PURGE) return childRule(ctx, itemtype.child, row, operation);
  if (!(await inReach(ctx, itemtype, row, operation === READ))) return false;
  return operation !== PURGE || infocomMayGo(ctx, itemtype, row);
}

/** R4.3: the item has no entity, or one that the session may act in; `recursive`: the item's recursion counts. */
export async function inReach(ctx: Context, itemtype: Itemtype, row: Row, recursive: boolean): Promise<boolean> {
  const entity = await ctx.rights.entityOf(itemtype, row);
  return !entity || ctx.rights.haveAccess(entity.id, recursive && entity.recursive);
}

/** Purging an item takes its financial record along, which needs its own right. */
async function infocomMayGo(ctx: Context, itemtype: Itemtype, row: Row): Promise<boolean> {
  const mayHaveOne = memberOf('infocom_types', itemtype.name) || itemtype.ancestors.includes('Item_Devices');
  if (!mayHaveOne || ctx.rights.have('infocom', PURGE)) return true;
  const infocom = await ctx.db
    .selectFrom('glpi_infocoms')
    .select('id')
    .where('itemtype', '=', itemtype.name)
    .where('items_id', '=', row.id)
    .executeTakeFirst();
  return !infocom;
}

async function childRule(ctx: Context, side: Side, row: Row, operation: Operation): Promise<boolean> {
  if (side.check === NO_CHECK) return true;
  const parent = await peerOf(ctx.rights, side, row);
  return parent ? peerAllows(ctx, side, parent, operation) : !side.mustBeAttached;
}

/** The peer lets something be done to what hangs on it: viewing it is viewing, all else updating the peer. */
async function peerAllows(ctx: Context, side: Side, peer: Peer, operation: Operation): Promise<boolean> {
  const asked = operation === READ || side.check === VIEW_CHECK ? READ : UPDATE;
  if (pointsAnywhere(side) && !ctx.rights.canClass(peer.itemtype, asked)) return false;
  return ctx.rights.passesItemTest(peer.itemtype, peer.row, asked);
}

async function relationRule(ctx: Context, relation: RelationLink, row: Row, operation: Operation): Promise<boolean> {
  const changesPeers = operation === CREATE || operation === UPDATE;
  const { side1, side2 } = relation;
  const [peer1, peer2] = await Promise.all([side1, side2].map((side) => neededPeer(ctx, side, row, changesPeers)));
  const isMissing = (side: Side, peer: Peer | undefined) =>
    !peer && side.mustBeAttached && (changesPeers || side.check !== NO_CHECK);
  if (isMissing(side1, peer1) || isMissing(side2, peer2)) return false;
  const allows = (side: Side, peer: Peer | undefined, asked: Operation) =>
    side.check === NO_CHECK || !peer ? Promise.resolve(true) : peerAllows(ctx, side, peer, asked);
  const can1 = await allows(side1, peer1, operation);
  const can2 = await allows(side2, peer2, operation);
  if (operation === READ || Math.max(side1.check, side2.check) <= VIEW_CHECK) {
    if (!can1 || !can2) return false;
  } else {
    if (!can1 && !can2) return false;
    if (can1 && !(await allows(side2, peer2, READ))) return false;
    if (can2 && !(await allows(side1, peer1, READ))) return false;
  }
  return !(changesPeers && relation.checkEntityCoherency && peer1 && peer2) || coherent(ctx, peer1, peer2);
}

/** Only where the answer needs it: unchecked sides matter when peers change. */
function neededPeer(ctx: Context, side: Side, row: Row, changesPeers: boolean): Promise<Peer | undefined> {
  return changesPeers || side.check !== NO_CHECK ? peerOf(ctx.rights, side, row) : Promise.resolve(undefined);
}

/** R6.4: peers are of the same entity, or one shows itself in the other's by recursion. */
async function coherent(ctx: Context, peer1: Peer, peer2: Peer): Promise<boolean> {
  const entity1 = await ctx.rights.entityOf(peer1.itemtype, peer1.row);
  const entity2 = await ctx.rights.entityOf(peer2.itemtype, peer2.row);
  if (!entity1 || !entity2 || entity1.id === entity2.id) return true;
  const tree = await ctx.site.entities.get();
  const reaches = (from: ItemEntity, to: ItemEntity) => from.recursive && tree.ancestors(to.id).includes(from.id);
  return reaches(entity1, entity2) || reaches(entity2, entity1);
}
