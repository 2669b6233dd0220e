import { randomBytes } from 'node:crypto';
import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Writing } from '../../items/write/writing.ts';
import { format } from '../../text/format.ts';
import { decodeStored } from '../../text/stored-text.ts';
import type { Behaviour, Input } from '../behaviour.ts';
import { nameOf } from '../common/parent-name.ts';
import { keepUpload, removeFile } from './document-file.ts';

/** Columns that only an upload fills (a client's word for them would open any file of the folder). */
const fileColumns = ['filename', 'filepath', 'mime', 'sha1sum'];

/** Documents: files by their content, links, links to items (items-write W14). */
export const documentLife: Behaviour = {
  async prepareAdd(w, _itemtype, input) {
    for (const column of fileColumns) delete input[column];
    if (!isLink(input.link)) return refuseLink(w);
    input.users_id ??= w.ctx.rights.userId;
    input.tag ??= newTag();
    const file = await fileOf(w, input, 0);
    if (file) {
      Object.assign(input, file);
      if (input.name === undefined || input.name === '') input.name = file.filename;
    } else if (input._only_if_upload_succeed) return false;
    const target = typeNamed(String(input.itemtype ?? ''));
    if (!target || !(Number(input.items_id) > 0)) return true;
    if (!file && !input.link) return false;
    const label = w.ctx.translate.plural(target.label.singular, target.label.plural, 1);
    const name = await nameOf(w, target.name, input.items_id);
    const about = format(w.ctx.translate('%1$s - %2$s'), label, name);
    input.name = format(w.ctx.translate('%1$s: %2$s'), w.ctx.translate.plural('Document', 'Documents', 1), about);
    return true;
  },

  async afterAdd(w, _itemtype, row, input) {
    const target = typeNamed(String(input.itemtype ?? ''));
    if (!target || !(Number(input.items_id) > 0)) return;
    const links = typeNamed('Document_Item')!;
    const { id, entities_id, is_recursive } = row;
    const link = { documents_id: id, itemtype: target.name, items_id: input.items_id, entities_id, is_recursive };
    await w.add(links, { ...link, users_id: w.ctx.rights.userId });
    await w.ctx.db
      .insertInto('glpi_events')
      .values({
        items_id: id,
        type: 'documents',
        date: w.ctx.now.sql,
        service: 'document',
        level: 4,
        message: format(w.ctx.translate('%s adds a link with an item'), w.ctx.session.user.name),
      })
      .execute();
  },

  prepareUpdate(w, _itemtype, _row, input) {
    for (const column of fileColumns) delete input[column];
    return isLink(input.link) || refuseLink(w);
  },

  async beforePurge(w, itemtype, { row }) {
    if (!row.filepath || !row.sha1sum) return;
    const other = await w.ctx.db
      .selectFrom(itemtype.table)
      .select('id')
      .where('sha1sum', '=', row.sha1sum)
      .where('id', '!=', row.id)
      .limit(1)
      .executeTakeFirst();
    // The other row may be on its way out too: whether the file stays is decided after the commit.
    if (!(await removeFile(w, String(row.filepath))) || other) return;
    w.messages.info(format(w.ctx.translate('Successful deletion of the file %s'), String(row.filepath)));
  },
};

const newTag = (): string => {
  const hex = randomBytes(16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 16)}-${hex.slice(16, 30)}.${10_000_000 + (Number.parseInt(hex.slice(24), 16) % 89_999_999)}`;
};

function isLink(link: unknown): boolean {
  if (link === undefined || link === null || link === '') return true;
  return /^(?:https?|ftp|file|news):\/\/[^\s]+$/i.test(decodeStored(String(link)));
}

function refuseLink(w: Writing): false {
  w.messages.error(w.ctx.translate('Invalid link'));
  return false;
}

/** The file of one of the uploads that the input names. */
function fileOf(w: Writing, input: Input, at: number) {
  const { _filename: names, _prefix_filename: prefixes } = input;
  const name = Array.isArray(names) ? names[at] : undefined;
  if (typeof name !== 'string' || name === '') return undefined;
  const prefix = Array.isArray(prefixes) && typeof prefixes[at] === 'string' ? prefixes[at] : '';
  return keepUpload(w, decodeStored(name), decodeStored(prefix));
}
