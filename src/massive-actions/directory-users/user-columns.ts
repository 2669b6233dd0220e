/** Columns of a user that are filled from a directory's entry. */
import { createHash } from 'node:crypto';
import type { DirectoryEntry } from '../../auth/ldap/entry.ts';
import type { Input } from '../../behaviours/behaviour.ts';
import * as catalog from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import { textOf } from '../../items/write/values.ts';
import type { Writing } from '../../items/write/writing.ts';
import { encodeStored } from '../../text/stored-text.ts';

/** Columns of `glpi_authldaps` that name an entry's attribute, by the user's column that it fills. */
const texts: Readonly<Record<string, string>> = {
  realname: 'realname_field',
  firstname: 'firstname_field',
  phone: 'phone_field',
  phone2: 'phone2_field',
  mobile: 'mobile_field',
  registration_number: 'registration_number_field',
  comment: 'comment_field',
};

/** The same for values of dropdowns, which are made when they are new. */
const dropdowns: Readonly<Record<string, { readonly field: string; readonly itemtype: string }>> = {
  usertitles_id: { field: 'title_field', itemtype: 'UserTitle' },
  usercategories_id: { field: 'category_field', itemtype: 'UserCategory' },
  locations_id: { field: 'location_field', itemtype: 'Location' },
};

const emailFields = ['email1_field', 'email2_field', 'email3_field', 'email4_field'] as const;
const otherFields = ['language_field', 'responsible_field', 'sync_field', ...emailFields] as const;

/** A setting names one attribute, or is a text with attributes in it: `%{sn}, %{givenname}`. */
const placeholder = /%\{(.*?)\}/g;

/** The attributes that a directory's setup takes values from. */
export function attributesOf(directory: Row): string[] {
  const fields = [...Object.values(texts), ...Object.values(dropdowns).map(({ field }) => field), ...otherFields];
  return fields.flatMap((field) => {
    const wanted = textOf(directory[field]);
    const inside = [...wanted.matchAll(placeholder)].map(([, name = '']) => name);
    return inside.length > 0 ? inside : wanted === '' ? [] : [wanted];
  });
}

/** What a setting says of an entry; undefined when the directory's setup leaves it out. */
function mapped(directory: Row, field: string, { values }: DirectoryEntry): string | undefined {
  const wanted = textOf(directory[field]);
  if (wanted === '') return undefined;
  const first = (name: string): string => values.get(name.toLowerCase())?.[0] ?? '';
  return wanted.includes('%{') ? wanted.replace(placeholder, (_, name: string) => first(name)) : first(wanted);
}

/** The addresses that an entry gives, without repetitions. */
export function addressesIn(directory: Row, entry: DirectoryEntry): string[] {
  const found = emailFields.map((field) => mapped(directory, field, entry) ?? '');
  return [...new Set(found.filter((address) => address !== ''))];
}

/** The user's columns as the entry has them. Values of dropdowns that are new are added. */
export async function columnsFrom(w: Writing, directory: Row, entry: DirectoryEntry): Promise<Input> {
  const columns: Input = {
    user_dn: encodeStored(entry.dn),
    user_dn_hash: createHash('md5').update(entry.dn).digest('hex'),
    date_sync: w.ctx.now.sql,
    is_deleted_ldap: 0,
  };
  for (const [column, field] of Object.entries(texts)) {
    const value = mapped(directory, field, entry);
    if (value !== undefined) columns[column] = encodeStored(value);
  }
  for (const [column, { field, itemtype }] of Object.entries(dropdowns)) {
    const value = mapped(directory, field, entry);
    if (value !== undefined) columns[column] = await dropdownNamed(w, itemtype, value);
  }
  const language = mapped(directory, 'language_field', entry);
  if (language !== undefined && /^[a-z]{2}_[A-Z]{2}$/.test(language)) columns.language = language;
  const superior = mapped(directory, 'responsible_field', entry);
  if (superior !== undefined) columns.users_id_supervisor = await userAt(w, superior);
  const sync = mapped(directory, 'sync_field', entry);
  if (sync) columns.sync_field = encodeStored(sync);
  return columns;
}

async function dropdownNamed(w: Writing, itemtype: string, name: string): Promise<number> {
  if (name.trim() === '') return 0;
  const type = catalog.itemtype(itemtype)!;
  const stored = encodeStored(name.trim());
  const row = await w.ctx.db
    .selectFrom(type.table)
    .select(type.indexName)
    .where(type.completenameField ?? type.nameField, '=', stored)
    .executeTakeFirst();
  if (row) return Number(row[type.indexName]);
  const shared = type.flags.maybeRecursive ? { entities_id: 0, is_recursive: 1 } : {};
  return (await w.add(type, { name: stored, ...shared })) ?? 0;
}

async function userAt(w: Writing, dn: string): Promise<number> {
  if (dn === '') return 0;
  const row = await w.ctx.db
    .selectFrom('glpi_users')
    .select('id')
    .where('user_dn_hash', '=', createHash('md5').update(dn).digest('hex'))
    .executeTakeFirst();
  return Number(row?.id ?? 0);
}
