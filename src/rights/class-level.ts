import * as catalog from '../catalog/catalog.ts';
import type { Itemtype } from '../catalog/model.ts';
import { type Operation, READ, UPDATE } from './bits.ts';
import type { Rights } from './rights.ts';
import { NO_CHECK, pointsAnywhere, type Side, VIEW_CHECK } from './sides.ts';

/** The rule of classes that have none of their own (rights R3, R5.1, R6.1). */
export function classRule(rights: Rights, itemtype: Itemtype, operation: Operation): boolean {
  const { right, child, relation } = itemtype;
  if (right !== '' && !rights.have(right, operation)) return false;
  if (child) return sideAllows(rights, child, operation);
  if (relation) return relationAllows(rights, relation.side1, relation.side2, operation);
  return right !== '';
}

function relationAllows(rights: Rights, side1: Side, side2: Side, operation: Operation): boolean {
  const eitherWrites = operation !== READ && side1.check > VIEW_CHECK && side2.check > VIEW_CHECK;
  if (!eitherWrites) return sideAllows(rights, side1, operation) && sideAllows(rights, side2, operation);
  return (
    (sideAllows(rights, side1, operation) && sideAllows(rights, side2, READ)) ||
    (sideAllows(rights, side2, operation) && sideAllows(rights, side1, READ))
  );
}

/** Whatever is done to a child or relation but viewing it is an update of what it belongs to. */
function sideAllows(rights: Rights, side: Side, operation: Operation): boolean {
  if (side.check === NO_CHECK || pointsAnywhere(side)) return true;
  const itemtype = catalog.itemtype(side.itemtype);
  if (!itemtype) return false;
  return rights.canClass(itemtype, operation === READ || side.check === VIEW_CHECK ? READ : UPDATE);
}
