/** Changes of one field that classes refuse when made on many items (massive-actions 4). */
import type { Input } from '../behaviours/behaviour.ts';
import { allowsStatus } from '../behaviours/itil/status-matrix.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Context } from '../context.ts';
import type { Row } from '../database/database.ts';
import { phpIntval } from '../http/php-values.ts';

/** Whether a row may be changed so. */
type Test = (ctx: Context, itemtype: Itemtype, row: Row, change: Input) => Promise<boolean> | boolean;

const INCIDENT = 1;

/** The profile's matrix says which status may follow which. */
const status: Test = ({ session }, { name }, row, change) =>
  change.status === undefined || allowsStatus(session, name, row.status, phpIntval(change.status));

/** Categories are for incidents, for requests, or for both. */
const category: Test = async ({ rights }, _itemtype, row, change) => {
  if (change.itilcategories_id === undefined && change.type === undefined) return true;
  const id = phpIntval(change.itilcategories_id ?? row.itilcategories_id);
  const found = id > 0 ? await rights.find(catalog.itemtype('ITILCategory')!, id) : undefined;
  const type = phpIntval(change.type ?? row.type);
  return !found || Number(type === INCIDENT ? found.is_incident : found.is_request) === 1;
};

/** By class or ancestor. */
const tests: Readonly<Record<string, readonly Test[]>> = { CommonITILObject: [status], Ticket: [category] };

/** Whether the class and its ancestors let the change be made. */
export async function mayBeChanged(ctx: Context, itemtype: Itemtype, row: Row, change: Input): Promise<boolean> {
  for (const test of [itemtype.name, ...itemtype.ancestors].flatMap((name) => tests[name] ?? [])) {
    if (!(await test(ctx, itemtype, row, change))) return false;
  }
  return true;
}
