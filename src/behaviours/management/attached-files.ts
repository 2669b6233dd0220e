/** Files that come with an item: they become documents linked to it, and pictures show in its texts (itil 11, W14.5). */
import { open } from 'node:fs/promises';
import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Itemtype } from '../../catalog/model.ts';
import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import { format } from '../../text/format.ts';
import { pagesPath } from '../../text/pages.ts';
import { showPictures, type TaggedDocument } from '../../text/pictures.ts';
import { decodeStored, encodeStored } from '../../text/stored-text.ts';
import type { Behaviour, Input } from '../behaviour.ts';
import { fileOfUpload, isKept, type Upload } from './document-file.ts';
import { IMAGE_HEAD, imageSize } from './image-size.ts';

/** Keys of an input that name files (`_filename`, `_prefix_filename`, `_tag_filename`), and the text that shows them. */
export interface FilePlace {
  /** What stands behind the underscore. */
  readonly key: string;
  readonly column: string;
}

/** Files beside a text, and pictures in each text of an item; the first one's come with the files. */
export const filesOf = (...texts: readonly string[]): readonly FilePlace[] => [
  { key: 'filename', column: texts[0]! },
  ...texts.map((column) => ({ key: column, column })),
];

/** An item with its row. */
interface Owner {
  readonly itemtype: Itemtype;
  readonly row: Row;
}

export interface AttachOptions {
  readonly places: readonly FilePlace[];
  /** Columns of new documents beside their file's. */
  readonly document?: Input;
  /** The item that this one is a part of: its entity counts, and its readers may open the pictures. */
  readonly partOf?: Owner;
  /** Moment of the links; now unless given. */
  readonly date?: unknown;
}

/** Not shown in the timeline: the text shows it already. */
const NOT_IN_TIMELINE = -1;

/** Makes documents of the uploads that an input names, links them to the item, and shows the pictures in its texts. */
export async function attachFiles(
  w: Writing,
  itemtype: Itemtype,
  row: Row,
  input: Input,
  options: AttachOptions,
): Promise<void> {
  const owner = options.partOf ?? { itemtype, row };
  for (const { key, column } of options.places) {
    const files = namedFiles(input, key);
    if (files.length === 0) continue;
    const stored = input[column] === undefined ? undefined : String(row[column] ?? '');
    let text = decodeStored(stored ?? '');
    const shown: TaggedDocument[] = [];
    for (const { upload, tag } of files) {
      const found = await documentOf(w, owner, upload, { ...options.document, ...(tag !== '' && { tag }) });
      if (!found) continue;
      const { document, place, file } = found;
      const [id, itsTag] = [Number(document.id), decodeStored(String(document.tag ?? ''))];
      if (tag !== '') {
        text = text.replaceAll(tag, () => itsTag);
        shown.push({
          tag: itsTag,
          ...(await pictureOf(w, document, file, owner)),
        });
      }
      const isInText = itsTag !== '' && isPicture(document) && text.includes(itsTag);
      await link(w, itemtype, row, {
        documents_id: id,
        ...place,
        users_id: input.users_id ?? w.ctx.rights.userId,
        date: options.date ?? w.ctx.now.sql,
        ...(isInText && { timeline_position: NOT_IN_TIMELINE }),
      });
    }
    const changed = encodeStored(showPictures(text, shown));
    if (stored !== undefined && shown.length > 0 && changed !== stored)
      await rewrite(w, itemtype, row, column, changed);
  }
}

/** Items to which the files of their creation or change are attached. */
export function withFiles(...texts: readonly string[]): Behaviour {
  const options = { places: filesOf(...texts) };
  return {
    completeAdd: (w, itemtype, row, input) => attachFiles(w, itemtype, row, input, options),
    afterUpdate: (w, itemtype, { fields, input }) => attachFiles(w, itemtype, fields as Row, input, options),
  };
}

interface NamedFile {
  readonly upload: { readonly name: string; readonly prefix: string };
  /** Empty for none. */
  readonly tag: string;
}

function namedFiles(input: Input, key: string): NamedFile[] {
  const list = (name: string): readonly unknown[] => {
    const value = input[name];
    return typeof value === 'object' && value !== null ? Object.values(value) : [];
  };
  const textAt = (values: readonly unknown[], at: number): string => {
    const value = values[at];
    return typeof value === 'string' ? decodeStored(value) : '';
  };
  const names = list(`_${key}`);
  const [prefixes, tags] = [list(`_prefix_${key}`), list(`_tag_${key}`)];
  return names.flatMap((_, at) => {
    const name = textAt(names, at);
    return name === '' ? [] : [{ upload: { name, prefix: textAt(prefixes, at) }, tag: textAt(tags, at) }];
  });
}

/** The document of a file, and where it and its link are: one of the same content in that place, or a new one. */
async function documentOf(
  w: Writing,
  { itemtype, row }: Owner,
  { name, prefix }: NamedFile['upload'],
  columns: Input,
): Promise<{ readonly document: Row; readonly place: Input; readonly file: Upload } | undefined> {
  const file = await fileOfUpload(w, name, prefix);
  if (!file) {
    const shownName = name.startsWith(prefix) ? name.slice(prefix.length) : name;
    w.messages.error(format(w.ctx.translate('File %s not found.'), shownName));
    return undefined;
  }
  const documents = typeNamed('Document')!;
  const entity = await w.ctx.rights.entityOf(itemtype, row);
  const place = { entities_id: entity?.id ?? 0, is_recursive: entity && !entity.recursive ? 0 : 1 };
  const same: Row[] = await w.ctx.db
    .selectFrom(documents.table)
    .selectAll()
    .where('sha1sum', '=', file.sha1sum)
    .where('entities_id', '=', place.entities_id)
    .orderBy('id')
    .execute();
  for (const document of same) if (await isKept(w, String(document.filepath ?? ''))) return { document, place, file };
  const id = await w.add(documents, {
    ...place,
    ...columns,
    _filename: [name],
    _prefix_filename: [prefix],
    _only_if_upload_succeed: 1,
  });
  const document = id === undefined ? undefined : await w.load(documents, id);
  if (!document) return undefined;
  w.messages.info(w.ctx.translate('Document copy succeeded.'));
  return { document, place, file };
}

/** Links a document to the item unless it is linked already. */
async function link(w: Writing, itemtype: Itemtype, row: Row, columns: Input): Promise<void> {
  const links = typeNamed('Document_Item')!;
  const id = Number(row[itemtype.indexName]);
  const present = await w.ctx.db
    .selectFrom(links.table)
    .select('id')
    .where('documents_id', '=', Number(columns.documents_id))
    .where('itemtype', '=', itemtype.name)
    .where('items_id', '=', id)
    .limit(1)
    .executeTakeFirst();
  if (!present) await w.add(links, { itemtype: itemtype.name, items_id: id, ...columns });
}

const isPicture = ({ mime }: Row): boolean => String(mime ?? '').startsWith('image/');

/** Where the picture is shown from, with the item whose readers may see it, and how wide it is. */
async function pictureOf(
  w: Writing,
  document: Row,
  file: Upload,
  { itemtype, row }: Owner,
): Promise<Omit<TaggedDocument, 'tag'>> {
  if (!isPicture(document)) return { address: undefined, width: undefined };
  const size = imageSize(String(document.mime), await beginningOf(file));
  const address = `${pagesPath(w.ctx.settings.text('url_base'))}/front/document.send.php?docid=${document.id}`;
  return {
    address: `${address}&itemtype=${encodeURIComponent(itemtype.name)}&items_id=${row[itemtype.indexName]}`,
    width: size?.width,
  };
}

async function beginningOf({ source }: Upload): Promise<Buffer> {
  const handle = await open(source);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(IMAGE_HEAD), 0, IMAGE_HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Straight into the row: neither its history nor its dates hear of it. */
async function rewrite(w: Writing, itemtype: Itemtype, row: Row, column: string, text: string): Promise<void> {
  await w.ctx.db
    .updateTable(itemtype.table)
    .set({ [column]: text })
    .where(itemtype.indexName, '=', row[itemtype.indexName]!)
    .execute();
  row[column] = text;
  w.forget();
}
