/** Which search options exist for a session (search 4.4). */
import type { HelpdeskSearch, Itemtype, OptionCondition, SearchOption, SearchOptionEntry } from './model.ts';

/** What the existence of options depends on. */
export interface OptionSession {
  /** Any of `bits` of a right. */
  have(right: string, bits: number): boolean;
  readonly interface: string | null;
}

/** Options and headings of a type for a session, in order; options that it may not search have `nosearch`. */
export function entriesFor(type: Itemtype, session: OptionSession): readonly SearchOptionEntry[] {
  const entries = type.searchOptions.filter((entry) => (entry.needs ?? []).every((need) => holds(need, session)));
  return session.interface === 'helpdesk' && type.helpdeskSearch
    ? closeForHelpdesk(entries, type.helpdeskSearch, session)
    : entries;
}

/** The options alone, by id, in order. */
export function optionsFor(type: Itemtype, session: OptionSession): ReadonlyMap<number, SearchOption> {
  return new Map(entriesFor(type, session).flatMap((entry) => ('group' in entry ? [] : [[entry.id, entry]])));
}

function holds({ right, bits }: OptionCondition, session: OptionSession): boolean {
  return session.have(right, bits);
}

function closeForHelpdesk(
  entries: readonly SearchOptionEntry[],
  rule: HelpdeskSearch,
  session: OptionSession,
): SearchOptionEntry[] {
  const open = rule.openGroups && new Set(rule.openGroups);
  for (const { group, needs } of rule.conditionalGroups ?? []) if (holds(needs, session)) open?.add(group);
  let isOpen = true;
  return entries.map((entry) => {
    if ('group' in entry) {
      isOpen = open?.has(entry.group) ?? true;
      return entry;
    }
    return isOpen && !rule.closedOptions.includes(entry.id) ? entry : { ...entry, nosearch: true };
  });
}
