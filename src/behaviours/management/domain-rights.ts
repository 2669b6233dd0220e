import { READ } from '../../catalog/right-bits.ts';
import type { Context } from '../../context.ts';
import type { Behaviour } from '../behaviour.ts';

/** Instead of ids: every type of record. */
const EVERY_TYPE = -1;

/** Records are written by those whose profile manages their type (rights R9). */
export const domainRecordRights: Behaviour = {
  canClass: (ctx, _itemtype, operation, inherited) =>
    operation === READ ? inherited() : managedTypes(ctx).length > 0 || inherited(),

  async canItem(ctx, _itemtype, row, operation, inherited) {
    if (operation === READ) return inherited();
    const managed = managedTypes(ctx);
    return managed.includes(EVERY_TYPE) || managed.includes(Number(row.domainrecordtypes_id));
  },
};

function managedTypes({ session }: Context): readonly number[] {
  const stored = session.activeProfile?.fields.managed_domainrecordtypes;
  const types: unknown = typeof stored === 'string' && stored !== '' ? JSON.parse(stored) : stored;
  return Array.isArray(types) ? types.map(Number) : [];
}
