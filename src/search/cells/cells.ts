/** Values as the HTML that GLPI's own lists show (search 24). */
import { byTable, itemtype as itemtypeNamed } from '../../catalog/catalog.ts';
import type { SearchOption } from '../../catalog/model.ts';
import type { Context } from '../../context.ts';
import type { SqlValue } from '../../database/database.ts';
import { escapeHtml } from '../../http/html.ts';
import { pagesPath } from '../../text/pages.ts';
import { personName } from '../../text/user-name.ts';
import type { DecodedPiece, DecodedValue } from '../values.ts';
import { type Writing, withUnit, writtenDate, writtenDuration, writtenMoment, writtenNumber } from './numbers.ts';

/** A value to be shown. */
interface Cell {
  readonly option: SearchOption;
  /** Of the row. */
  readonly id: number;
  readonly decoded: DecodedValue;
  readonly pieces: readonly DecodedPiece[];
}

interface CellWriting extends Writing {
  /** Path of GLPI's own pages: the one of its address. */
  readonly pages: string;
  readonly showsIds: boolean;
  readonly firstNameFirst: boolean;
}

/** Writes the cells of an answer. */
export type CellWriter = (option: SearchOption, id: number, decoded: DecodedValue) => string;

const BETWEEN_VALUES = '#LBBR#';
const BETWEEN_BLOCKS = '#LBHR#';

export function cellWriter(ctx: Context): CellWriter {
  const { preferences } = ctx.session;
  const writing: CellWriting = {
    translate: ctx.translate,
    numberFormat: Number(preferences.number_format ?? 0),
    dateFormat: Number(preferences.date_format ?? 0),
    decimals: ctx.settings.number('decimal_number'),
    pages: pagesPath(ctx.settings.text('url_base')),
    showsIds: Number(preferences.is_ids_visible ?? 0) === 1,
    firstNameFirst: Number(preferences.names_format ?? 0) === 1,
  };
  return (option, id, decoded) => {
    const pieces = decoded.parts.get('name') ?? [];
    const cell: Cell = { option, id, decoded, pieces: decoded.count < 2 ? pieces.slice(0, 1) : pieces };
    const special = specialCells[`${option.table}.${option.field}`];
    return (special ?? cells[option.datatype ?? ''] ?? plain)(cell, writing);
  };
}

type CellFormat = (cell: Cell, writing: CellWriting) => string;

/** The values that there are, one after the other. */
function each({ option, pieces }: Cell, write: (value: SqlValue, piece: DecodedPiece) => string): string {
  return pieces
    .filter(({ value }) => value !== null && value !== '')
    .map((piece) => write(piece.value, piece))
    .join(option.splititems ? BETWEEN_BLOCKS : BETWEEN_VALUES);
}

const plain: CellFormat = (cell) => each(cell, (value) => String(value).replaceAll('>', '&#62;'));
const noWrap = (content: string) => `<span class='text-nowrap'>${content}</span>`;

const number: CellFormat = (cell, writing) =>
  noWrap(
    each(cell, (value) =>
      withUnit(writtenNumber(Number(value), 0, writing), Number(value), cell.option.extra?.unit, writing),
    ),
  );

const cells: Readonly<Record<string, CellFormat>> = {
  itemlink: (cell, writing) => {
    const type = byTable(cell.option.table)?.name ?? '';
    const own = cell.decoded.parts.get('id')?.[0]?.value;
    return each(cell, (value, { id }) => link(type, cell, id ?? own ?? cell.id, String(value), writing));
  },
  number,
  count: number,
  integer: number,
  mio: number,
  decimal: (cell, writing) => noWrap(each(cell, (value) => writtenNumber(Number(value), writing.decimals, writing))),
  date: (cell, writing) => noWrap(each(cell, (value) => writtenDate(String(value), writing))),
  date_delay: (cell, writing) => noWrap(each(cell, (value) => writtenDate(String(value), writing))),
  datetime: (cell, writing) => noWrap(each(cell, (value) => writtenMoment(String(value), writing))),
  timestamp: (cell, writing) =>
    noWrap(each(cell, (value) => writtenDuration(Number(value), writing)).replaceAll(BETWEEN_VALUES, '<br>')),
  bool: (cell, { translate }) => each(cell, (value) => translate(Number(value) === 1 ? 'Yes' : 'No')),
  text: (cell) => each(cell, (value) => String(value).replace(/\r?\n/g, '<br />\n')),
  email: (cell) => each(cell, (value) => `<a href='mailto:${escapeHtml(String(value))}'>${value}</a>`),
  weblink: (cell) => each(cell, (value) => `<a href="${escapeHtml(String(value))}" target="_blank">${value}</a>`),
  itemtypename: (cell, { translate }) =>
    each(cell, (value) => translate(itemtypeNamed(String(value))?.label.singular ?? String(value))),
  progressbar: (cell) => each(cell, (value) => progressBar(Number(value))),
};

const specialCells: Readonly<Record<string, CellFormat>> = {
  'glpi_entities.completename': (cell, writing) =>
    cell.option.datatype === 'itemlink' ? cells.itemlink!(cell, writing) : each(cell, (value) => badge(String(value))),
  'glpi_users.name': (cell, writing) => {
    const part = (name: string) => cell.decoded.parts.get(name)?.[0]?.value;
    const id = part('id');
    if (cell.option.datatype === 'itemlink') return cells.itemlink!(cell, writing);
    if (id === undefined) return plain(cell, writing);
    if (id === null) return '';
    const text = (name: string) => String(part(name) ?? '');
    const person = { login: text('name'), realname: text('realname'), firstname: text('firstname') };
    const name = personName(person, writing.firstNameFirst ? 1 : 0);
    return `<a title="${escapeHtml(name)}" href='${formPage('User', writing)}?id=${id}'>${name}</a> `;
  },
};

function formPage(itemtype: string, { pages }: CellWriting): string {
  return `${pages}/front/${itemtype
    .replace(/^Glpi\\/, '')
    .replaceAll('\\', '/')
    .toLowerCase()}.form.php`;
}

function link(type: string, { option, id }: Cell, target: SqlValue, name: string, writing: CellWriting): string {
  const shown = name === '' || writing.showsIds ? `${name} (${target})` : name;
  const content = option.field === 'completename' ? levels(shown) : shown;
  return `<a id='${type}_${id}_${target}' href='${formPage(type, writing)}?id=${target}'>${content}</a>`;
}

/** A path through a tree, its last level in full colour. */
function levels(completename: string): string {
  const names = completename.split(' > ');
  const last = names.pop();
  return [...names.map((name) => `<span class="text-muted">${name}</span>`), `<span >${last}</span>`].join(' &gt; ');
}

function badge(completename: string): string {
  const names = completename.split(' > ');
  const caret = '<i class="fas fa-caret-right mx-1"></i>';
  const shown = names.map((name) => `<span class="text-nowrap">${name}</span>`).join(caret);
  return `<span class="glpi-badge" title="${names.join(' &gt; ')}">${shown}</span>`;
}

function progressBar(percent: number): string {
  return `<div class="progress flex-grow-1" style="height: 12px" title="${percent}%"><div class="progress-bar bg-green" role="progressbar" style="width: ${percent}%;" aria-valuenow="${percent}" aria-valuemin="0" aria-valuemax="100"></div></div>`;
}
