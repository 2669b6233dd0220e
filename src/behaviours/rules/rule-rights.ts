import { type SqlBool, sql } from 'kysely';
import type { Itemtype } from '../../catalog/model.ts';
import { READ } from '../../catalog/right-bits.ts';
import { ruleTicketRight } from '../../catalog/single-right-bits.ts';
import { madeByUpdate } from '../administration/settings-rights.ts';
import type { Behaviour } from '../behaviour.ts';
import type { Visibility } from '../visibility.ts';

/** Rules of a kind are listed among themselves, though all kinds share a table. */
function ofKind(itemtype: Itemtype, alias: string): Visibility | undefined {
  const kind = itemtype.name.replace(/Collection$/, '');
  if (!itemtype.collectionTable || kind === 'Rule') return undefined;
  return { where: sql<SqlBool>`${sql.ref(`${alias}.sub_type`)} = ${kind}` };
}

/** Rules, and what else is made like them. */
export const ruleRights: Behaviour = {
  ...madeByUpdate,
  visible: (_ctx, itemtype, alias) => Promise.resolve(ofKind(itemtype, alias)),
};

export const ruleCollectionRights: Behaviour = {
  visible: (_ctx, itemtype, alias) => Promise.resolve(ofKind(itemtype, alias)),
};

export const ticketRuleCollectionRights: Behaviour = {
  canClass: ({ rights }, { right }, operation, inherited) =>
    operation === READ ? rights.have(right, READ | ruleTicketRight.parentEntities) : inherited(),
};
