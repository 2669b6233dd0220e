/** Files of tickets, problems, changes and their timelines (itil 11). */
import type { Input } from '../behaviours/behaviour.ts';
import type { ItilItem } from '../behaviours/itil/parent.ts';
import { attachFiles, filesOf } from '../behaviours/management/attached-files.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Row } from '../database/database.ts';
import type { Writing } from '../items/write/writing.ts';
import { format } from '../text/format.ts';
import type { ItilKind } from './kinds.ts';

/** Attaches what came with an item itself. */
export async function attachToItem(w: Writing, kind: ItilKind, row: Row, input: Input): Promise<void> {
  const { itemtype, texts, documentName } = kind;
  const id = Number(row.id);
  await attachFiles(w, itemtype, row, input, {
    places: filesOf(...texts),
    ...(documentName !== undefined && {
      document: { name: format(w.ctx.translate(documentName), id), [itemtype.foreignKey]: id },
    }),
  });
}

/** Attaches what came with a part of an item, from its moment on; whoever may see the item may see the pictures. */
export async function attachToPart(
  w: Writing,
  itemtype: Itemtype,
  row: Row,
  input: Input,
  item: ItilItem,
  texts: readonly string[] = ['content'],
): Promise<void> {
  await attachFiles(w, itemtype, row, input, {
    places: filesOf(...texts).toReversed(),
    partOf: item,
    date: row.date ?? undefined,
  });
}
