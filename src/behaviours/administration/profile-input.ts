import { itilStatusLabels } from '../../catalog/constants.ts';
import { CREATE } from '../../catalog/right-bits.ts';
import { ticket } from '../../catalog/single-right-bits.ts';
import type { Row } from '../../database/database.ts';
import { phpIntval, truthy } from '../../http/php-values.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Input } from '../behaviour.ts';

/** `managed_domainrecordtypes`: all of them, whatever stands beside it. */
const ALL_TYPES = -1;

/** Columns that hold lists, the mark that forms send beside one, and what is kept of its elements. */
const lists = [
  ['helpdesk_item_type', '_helpdesk_item_types', (value: unknown[]) => value.map(String)],
  ['managed_domainrecordtypes', '_managed_domainrecordtypes', recordTypes],
] as const;

/** Columns that hold what may follow each status, by the key that says it and the type that has the statuses. */
const lifeCycles = [
  ['_cycle_ticket', 'ticket_status', 'Ticket'],
  ['_cycle_problem', 'problem_status', 'Problem'],
  ['_cycle_change', 'change_status', 'Change'],
] as const;

/** Bits that a right keeps in a profile which goes over to the simplified interface. */
const helpdeskBits: Readonly<Record<string, number>> = {
  ticket: ticket.readMy | CREATE | ticket.readGroup,
};

/**
 * Lists are kept as JSON, sums of bits that come as maps as numbers.
 *
 * @param asForms a list counts with its mark alone, and the mark without a list as an empty one
 */
export function encodeLists(input: Input, asForms: boolean): void {
  for (const [column, mark, kept] of lists) {
    const value = input[column];
    const isMeant = asForms ? input[mark] !== undefined && input[mark] !== null : Array.isArray(value);
    if (isMeant) input[column] = JSON.stringify(Array.isArray(value) ? kept(value) : []);
  }
  const hardware = input.helpdesk_hardware;
  if (typeof hardware === 'object' && hardware !== null) input.helpdesk_hardware = rightsOf(hardware);
}

/** `{from: {to: true}}`: whatever isn't true there is kept as a status that mustn't follow (items-write W11.10). */
export function encodeLifeCycles(input: Input): void {
  for (const [key, column, itemtype] of lifeCycles) {
    if (input[key] === undefined || input[key] === null) continue;
    const allowed = mapOf(input[key]);
    const statuses = (itilStatusLabels[itemtype] ?? []).map(([status]) => status);
    const rows = statuses.flatMap((from) => {
      const own = mapOf(allowed[from]);
      const denied = statuses.filter((to) => to !== from && !truthy(own[to]));
      return denied.length > 0 ? [`"${from}":{${denied.map((to) => `"${to}":0`).join()}}`] : [];
    });
    // Written by hand: an object would put the statuses in the order of their numbers.
    input[column] = rows.length > 0 ? `{${rows.join()}}` : '[]';
  }
}

/** The sum of the true bits of a map `{bit: true}` or `{bit_0: true}`; a true scalar is bit 1 alone. */
export function rightsOf(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || value === null) return truthy(value) ? 1 : 0;
  return Object.entries(value).reduce((bits, [bit, on]) => (truthy(on) ? bits | Number.parseInt(bit, 10) : bits), 0);
}

/**
 * A profile goes over to the simplified interface: its rights keep what they can be there. The last profile of
 * super-admins stays as it is, with a message, and so does that of locked items.
 */
export async function prepareHelpdesk(w: Writing, row: Row, input: Input, isLastAdmin: boolean): Promise<void> {
  const refusal = isLastAdmin
    ? "Can't change the interface on this profile as it is the only remaining profile with rights to modify profiles with this interface."
    : Number(row.id) === w.ctx.settings.number('lock_lockprofile_id')
      ? "This profile can't be moved to the simplified interface as it is used for locking items."
      : undefined;
  if (refusal) {
    w.messages.error(w.ctx.translate(refusal));
    delete input.interface;
    return;
  }
  if (row.interface === 'helpdesk') return;
  const rows: Row[] = await w.ctx.db
    .selectFrom('glpi_profilerights')
    .select(['name', 'rights'])
    .where('profiles_id', '=', row.id)
    .where('name', 'in', Object.keys(helpdeskBits))
    .execute();
  for (const [name, kept] of Object.entries(helpdeskBits)) {
    const wanted = rightsOf(input[`_${name}`]) ?? Number(rows.find((one) => one.name === name)?.rights ?? 0);
    input[`_${name}`] = { [wanted & kept]: 1 };
  }
}

function recordTypes(value: readonly unknown[]): number[] {
  const ids = value.map(phpIntval);
  return ids.includes(ALL_TYPES) ? [ALL_TYPES] : ids;
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
