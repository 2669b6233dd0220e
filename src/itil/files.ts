import type { Input } from '../behaviours/behaviour.ts';
import * as catalog from '../catalog/catalog.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Row } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';

/**
 * Makes a document of the first upload of a request and links it to an item or an entry of its timeline (itil 11).
 * @param document columns of the document beside its file
 */
export async function attachFile(
  w: Writing,
  itemtype: Itemtype,
  row: Row,
  input: Input,
  document: Input = {},
): Promise<void> {
  const { _filename: names, _prefix_filename: prefixes } = input;
  const [name] = Array.isArray(names) ? names : [];
  if (typeof name !== 'string' || name === '') return;
  const prefix = Array.isArray(prefixes) ? prefixes[0] : '';
  const entity = await w.ctx.rights.entityOf(itemtype, row);
  const place = { entities_id: entity?.id ?? 0, is_recursive: entity?.recursive ? 1 : 0 };
  const id = await w.add(catalog.itemtype('Document')!, {
    ...place,
    ...document,
    _filename: [name],
    _prefix_filename: [prefix],
  });
  if (id === undefined) return;
  w.messages.info(w.ctx.translate('Document copy succeeded.'));
  await w.add(catalog.itemtype('Document_Item')!, {
    ...place,
    documents_id: id,
    itemtype: itemtype.name,
    items_id: Number(row[itemtype.indexName]),
    users_id: w.ctx.rights.userId,
    date: w.ctx.now.sql,
  });
}
