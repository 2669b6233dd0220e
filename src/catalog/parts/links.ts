/** Sides of links: the parent of a child, the two ends of a relation. Numbers of log actions: see `LogAction`. */
import type { ChildLink, LogActions, RelationSide, SideCheck } from '../model.ts';
import { foreignKeyOf, tableOf } from '../names.ts';

type ChildFacts = Partial<Omit<ChildLink, 'itemtype'>>;
type SideFacts = Partial<Omit<RelationSide, 'itemtype'>>;

/** The checks of a side, by name. */
export const noCheck: SideCheck = 1;
export const viewCheck: SideCheck = 2;
const sameRightCheck: SideCheck = 3;

const childLog: LogActions = { add: 17, update: 18, delete: 19, lock: 23, unlock: 25 };
const relationLog: LogActions = { add: 15, update: 21, delete: 16, lock: 22, unlock: 24 };

/** Columns `itemtype` and `items_id` of the row tell the side. */
export const anyItem = 'itemtype';

/** The parent of a child: a class, or the column that names it. */
export function childOf(itemtype: string, facts: ChildFacts = {}): ChildLink {
  return {
    itemtype,
    itemsId: keyOf(itemtype),
    check: sameRightCheck,
    mustBeAttached: true,
    logsForParent: true,
    ...facts,
    logActions: { ...childLog, ...facts.logActions },
  };
}

/** One end of a relation: a class, or the column that names it. */
export function side(itemtype: string, facts: SideFacts = {}): RelationSide {
  return {
    itemtype,
    itemsId: keyOf(itemtype),
    check: sameRightCheck,
    mustBeAttached: true,
    logs: true,
    takeEntity: false,
    ...facts,
    logActions: { ...relationLog, ...facts.logActions },
  };
}

/** The end a relation's rows take their entity from. */
export function owner(itemtype: string, facts: SideFacts = {}): RelationSide {
  return side(itemtype, { takeEntity: true, ...facts });
}

function keyOf(itemtype: string): string {
  return itemtype.startsWith('itemtype') ? itemtype.replace('itemtype', 'items_id') : foreignKeyOf(tableOf(itemtype));
}
