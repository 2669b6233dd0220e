/** The name of a search option that doesn't depend on numbers (search 3.4). */
import { byTable } from './catalog.ts';
import { classWithoutTable } from './classes-without-table.ts';
import type { BeforeJoin, Itemtype, JoinParams, SearchOption } from './model.ts';

/** `Ticket.Ticket_User.User.name`; not unique. */
export function optionUid(type: Itemtype, option: SearchOption): string {
  const target = byTable(option.table) ?? (isRowless(type) && option.table === type.table ? type : undefined);
  const targetName = target?.name ?? 'UNKNOWN';
  const before = singleJoin(option.joinparams);
  const parts = [type.name];
  const namesLink = before?.table !== undefined || isEmpty(option.joinparams);
  if (namesLink && option.linkfield !== target?.foreignKey && option.linkfield !== option.field) {
    parts.push(option.linkfield);
  }
  parts.push(...chain(option.joinparams));
  if (before?.table !== undefined || targetName !== type.name) parts.push(targetName);
  return [...parts, option.field].join('.');
}

const isRowless = (type: Itemtype) => classWithoutTable(type.name) === type;

/** Types passed on the way, innermost join first; lists of joins name nothing. */
function chain(params: JoinParams | undefined): string[] {
  const before = singleJoin(params);
  if (!before) return [];
  return [...chain(before.joinparams), byTable(before.table)?.name ?? 'UNKNOWN'];
}

function singleJoin(params: JoinParams | undefined): BeforeJoin | undefined {
  const before = params?.beforejoin;
  return before && !Array.isArray(before) ? (before as BeforeJoin) : undefined;
}

function isEmpty(params: JoinParams | undefined): boolean {
  return params === undefined || Object.keys(params).length === 0;
}
