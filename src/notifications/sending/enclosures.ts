/** Files that go along with a mail: pictures of its text, and documents of its item. */
import type { SendMailOptions } from 'nodemailer';
import * as catalog from '../../catalog/catalog.ts';
import type { Db, Row } from '../../database/database.ts';
import { contentOf, findStoredFile } from '../../documents/stored-file.ts';
import type { Settings } from '../../settings/settings.ts';
import { said } from '../data/values.ts';
import { documentsOf, type ItemDocument } from '../item-documents.ts';

/** What a mail is made with beside its row. */
export interface MailRoom {
  readonly db: Db;
  readonly settings: Settings;
  /** GLPI's folder of documents. */
  readonly filesDir: string | undefined;
}

type Attachment = NonNullable<SendMailOptions['attachments']>[number];

export interface Enclosed {
  /** The HTML with its pictures taken from the mail itself. */
  readonly html: string;
  readonly attachments: Attachment[];
}

/** Where the HTML of a mail shows a picture: the element up to the address, its quote, the address. */
const shown = /(<img\b[^<>]*?\ssrc=)(["'])([^"']*)\2/gi;

/** The document that an address leads to. */
function documentAt(address: string): number | undefined {
  const id = /document\.send\.php\?docid=(\d+)/.exec(address)?.[1];
  return id === undefined ? undefined : Number(id);
}

/**
 * Puts the pictures that the HTML shows into the mail, as far as they belong to the item that the mail is about. Where
 * `attach_ticket_documents_to_mail` is on, the documents of the item are attached: those of public parts, and in a mail
 * without HTML the pictures of texts too. What the row itself names in `documents` always goes along.
 */
export async function enclose(room: MailRoom, row: Row, html: string): Promise<Enclosed> {
  const attachesAll = room.settings.on('attach_ticket_documents_to_mail');
  const named = [...said(row.documents).matchAll(/\d+/g)].map(([id]) => Number(id));
  const inText = new Set([...html.matchAll(shown)].flatMap((match) => documentAt(match[3]!) ?? []));
  const type = catalog.itemtype(said(row.itemtype));
  const ofItem = type && (attachesAll || inText.size > 0) ? await documentsOf(room.db, type, Number(row.items_id)) : [];
  const attachments: Attachment[] = [];
  const pictures = new Map<number, string>();
  for (const { id, row: document } of ofItem) {
    if (!inText.has(id) || !said(document.mime).startsWith('image/')) continue;
    const file = await attachment(room, document);
    if (!file) continue;
    const cid = said(document.tag) || `document-${id}`;
    pictures.set(id, cid);
    attachments.push({ ...file, cid, contentDisposition: 'inline' });
  }
  const goesAlong = ({ id, isInText, isPrivate }: ItemDocument): boolean =>
    attachesAll && !isPrivate && !(isInText && html !== '') && !pictures.has(id);
  const documents = [...ofItem.filter(goesAlong).map((one) => one.row), ...(await rowsOf(room, named))];
  for (const document of new Map(documents.map((one) => [one.id, one])).values()) {
    const file = await attachment(room, document);
    if (file) attachments.push(file);
  }
  return {
    html: html.replace(shown, (all, before: string, _quote: string, address: string) => {
      const cid = pictures.get(documentAt(address) ?? 0);
      return cid === undefined ? all : `${before}"cid:${cid}"`;
    }),
    attachments,
  };
}

async function attachment({ filesDir }: MailRoom, row: Row): Promise<Attachment | undefined> {
  const file = await findStoredFile(filesDir, said(row.filepath));
  return file && { filename: said(row.filename), contentType: said(row.mime), content: contentOf(file) };
}

async function rowsOf({ db }: MailRoom, ids: readonly number[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('glpi_documents')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute();
}
