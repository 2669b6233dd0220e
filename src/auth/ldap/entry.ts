/** What a directory holds on a person. */
import { AndFilter, type Client, EqualityFilter, type Filter, FilterParser } from 'ldapts';
import { decodeStored } from '../../text/stored-text.ts';

/** An entry with the attributes that were asked for. */
export interface DirectoryEntry {
  readonly dn: string;
  /** Texts by attribute, its name in small letters. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** The directory's groups that name the entry as a member, where the setup has them looked for. */
  readonly groups: readonly string[];
}

/** How an account is looked up. */
export interface Person {
  readonly login: string;
  /** What ties the account to its entry for good, once known. */
  readonly sync: string | null;
}

/** How a directory's groups are found: columns of `glpi_authldaps`. */
export interface GroupSearch {
  readonly basedn: string | null;
  /** Groups name their members by distinguished name. */
  readonly use_dn: number;
  readonly group_search_type: number;
  readonly group_condition: string | null;
  readonly group_member_field: string | null;
}

/** `group_search_type`: the entry alone tells its groups; otherwise groups tell their members, too. */
const IN_ENTRIES = 0;

/** The one entry that a filter finds; undefined when there is none, or several. */
export async function readEntry(
  client: Client,
  basedn: string,
  filter: Filter,
  attributes: readonly string[],
): Promise<Omit<DirectoryEntry, 'groups'> | undefined> {
  const { searchEntries } = await client.search(basedn, {
    scope: 'sub',
    filter,
    attributes: ['dn', ...attributes],
    sizeLimit: 2,
  });
  const [entry, another] = searchEntries;
  if (!entry || another) return undefined;
  const { dn, ...found } = entry;
  const values = new Map(
    Object.entries(found).map(([name, value]) => [
      name.toLowerCase(),
      [value].flat().filter((one): one is string => typeof one === 'string'),
    ]),
  );
  return { dn, values: values.set('dn', [dn]) };
}

/** Distinguished names of the groups with a member; none where the setup doesn't have them looked for. */
export async function groupsOf(client: Client, search: GroupSearch, member: string): Promise<string[]> {
  if (search.group_search_type === IN_ENTRIES || !search.group_member_field) return [];
  const filter = withCondition(
    new EqualityFilter({ attribute: search.group_member_field, value: member }),
    search.group_condition,
  );
  const { searchEntries } = await client.search(search.basedn ?? '', { scope: 'sub', filter, attributes: ['dn'] });
  return searchEntries.map(({ dn }) => dn);
}

/** A filter that a condition of the setup narrows; pages keep conditions with brackets and ampersands encoded. */
export function withCondition(filter: Filter, stored: string | null): Filter {
  const condition = decodeStored(stored ?? '').trim();
  return condition === '' ? filter : new AndFilter({ filters: [filter, FilterParser.parseString(condition)] });
}
