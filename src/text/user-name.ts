/** How a person's name is put together: `1` of the setting and preference `names_format`. */
const FIRSTNAME_BEFORE = 1;

/**
 * A person's name as people read it: real name and first name in the order of `names_format`, else the login.
 *
 * @param format 0: real name first; 1: first name first
 */
export function personName(
  person: { readonly login?: string; readonly realname: string | null; readonly firstname: string | null },
  format: number,
): string {
  const parts = [person.realname, person.firstname];
  if (format === FIRSTNAME_BEFORE) parts.reverse();
  const name = person.realname ? parts.filter(Boolean).join(' ') : '';
  return name || (person.login ?? '');
}
