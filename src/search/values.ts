/** From what SQL selected to what the client reads (search 20). */
import { byTable } from '../catalog/catalog.ts';
import type { SearchOption } from '../catalog/model.ts';
import type { SqlValue } from '../database/database.ts';
import { LONG_SEPARATOR, NULL_VALUE, SHORT_SEPARATOR } from './value-expressions.ts';

/** A column's selected parts of one row, in order of selection. */
export type SelectedParts = readonly (readonly [name: string, value: SqlValue])[];

export interface DecodedValue {
  /** How many values the last part has: as many are shown. */
  readonly count: number;
  /** Per part, its values, and the ids that were glued to them. */
  readonly parts: ReadonlyMap<string, readonly DecodedPiece[]>;
}

export interface DecodedPiece {
  readonly value: SqlValue;
  readonly id?: string;
}

/** Takes concatenated values apart. */
export function decode(selected: SelectedParts): DecodedValue {
  let count = 0;
  const parts = new Map<string, readonly DecodedPiece[]>();
  for (const [name, value] of selected) {
    const pieces = piecesOf(name, value);
    parts.set(name, pieces);
    count = pieces.length;
  }
  return { count, parts };
}

function piecesOf(name: string, value: SqlValue): readonly DecodedPiece[] {
  if (typeof value !== 'string' || name === 'content') return [{ value }];
  if (!value.includes(LONG_SEPARATOR)) {
    const piece = pieceOf(value);
    return [piece.value === NULL_VALUE ? { ...piece, value: null } : piece];
  }
  return value.split(LONG_SEPARATOR).map(pieceOf);
}

function pieceOf(text: string): DecodedPiece {
  const [value, id, ...rest] = text.split(SHORT_SEPARATOR);
  if (id === undefined) return { value: text };
  if (rest.length === 0 && !/^\$?\d+$/.test(id)) return { value: text };
  // A value that ends in a dollar sign left it before the id.
  const whole = id.startsWith('$') ? `${value}$` : value!;
  return { value: whole === NULL_VALUE ? null : whole, id: id.replace('$', '') };
}

/** The JSON value of a column: nothing selected is an empty list, several values are a list. */
export function jsonValue(option: SearchOption, selected: SelectedParts, decoded: DecodedValue): unknown {
  if (selected.length === 0) return [];
  const names = decoded.parts.get('name');
  const value =
    decoded.count < 2
      ? (names?.[0]?.value ?? null)
      : Array.from({ length: decoded.count }, (_, index) => names?.[index]?.value ?? null);
  return disclosed(option, selected, value);
}

/** An additional field of the same name replaces the value; hidden fields show nothing (search 20.3). */
function disclosed(option: SearchOption, selected: SelectedParts, value: unknown): unknown {
  const itemtype = byTable(option.table);
  if (!itemtype) return value;
  if (itemtype.undisclosedFields.includes(option.field)) return null;
  if (!option.additionalfields?.includes(option.field)) return value;
  return selected.findLast(([name]) => name === option.field)?.[1] ?? null;
}
