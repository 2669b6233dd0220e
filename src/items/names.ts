import { type RawBuilder, sql } from 'kysely';
import type { Behaviour, ItemReference, OtherNames } from '../behaviours/behaviour.ts';
import { behavioursOf } from '../behaviours/registry.ts';
import { itemtype as typeNamed } from '../catalog/catalog.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Context } from '../context.ts';
import type { Row, SqlValue } from '../database/database.ts';

/**
 * Names of the items that a page points to: however many they are and whatever their types, they are fetched in one
 * statement (and one more when friendly names are made of other items' names).
 */
export interface Names {
  /** What `expand_dropdowns` shows in place of the id (items-read G2.3); empty when there is no such row. */
  dropdown(itemtype: Itemtype, id: number): string;
  /** The name by which people know the item (items-read G11); empty when there is no such row. */
  friendly(itemtype: Itemtype, id: number): string;
}

/** Names to be looked up, gathered while a page is walked. */
export class WantedNames {
  readonly #ids = new Map<Itemtype, Set<number>>();

  add(itemtype: Itemtype, id: number): void {
    const ids = this.#ids.get(itemtype);
    if (ids) ids.add(id);
    else this.#ids.set(itemtype, new Set([id]));
  }

  get byType(): ReadonlyMap<Itemtype, ReadonlySet<number>> {
    return this.#ids;
  }
}

/** Looks all wanted names up. */
export async function readNames(ctx: Context, wanted: WantedNames): Promise<Names> {
  const found = await readRows(ctx, wanted.byType);
  const others = await namesOfNeeds(
    ctx,
    [...found].flatMap(([type, rows]) => [...rows.values()].map((row) => [type, row] as const)),
  );
  return {
    dropdown: (type, id) => {
      const row = found.get(type)?.get(id);
      return row ? dropdownName(ctx, type, row) : '';
    },
    friendly: (type, id) => {
      const row = found.get(type)?.get(id);
      return row ? friendlyName(ctx, type, row, others) : '';
    },
  };
}

/** Friendly names of rows that are already there, in their order. */
export async function friendlyNames(ctx: Context, itemtype: Itemtype, rows: readonly Row[]): Promise<string[]> {
  const others = await namesOfNeeds(
    ctx,
    rows.map((row) => [itemtype, row] as const),
  );
  return rows.map((row) => friendlyName(ctx, itemtype, row, others));
}

/** The column under which `readRows` puts the name's translation. */
const TRANSLATED = 'translated';

function dropdownName(ctx: Context, itemtype: Itemtype, row: Row): string {
  const translated = textOf(row[TRANSLATED]);
  const stored = translated || textOf(row[itemtype.completenameField ?? itemtype.nameField]);
  // Of the tree names only the parts are stored encoded.
  const name = itemtype.completenameField ? stored.replaceAll(' > ', ' &#62; ') : stored;
  const special = firstHook(ctx, itemtype, 'dropdownName');
  return special ? special(ctx, itemtype, { ...row, [itemtype.nameField]: name }) : name;
}

function friendlyName(ctx: Context, itemtype: Itemtype, row: Row, others: OtherNames): string {
  const special = firstHook(ctx, itemtype, 'friendlyName');
  return special ? special(ctx, itemtype, row, others) : textOf(row[itemtype.nameField]);
}

/** The names that friendly names of rows are made of. Those of a third level are left empty: there are none. */
async function namesOfNeeds(ctx: Context, rows: readonly (readonly [Itemtype, Row])[]): Promise<OtherNames> {
  const needed = new WantedNames();
  const all: ItemReference[] = rows.flatMap(([type, row]) => firstHook(ctx, type, 'nameNeeds')?.(type, row) ?? []);
  for (const { itemtype, id } of all) {
    const type = typeNamed(itemtype);
    if (type) needed.add(type, id);
  }
  const found = await readRows(ctx, needed.byType);
  const named =
    (write: (type: Itemtype, row: Row) => string) =>
    ({ itemtype, id }: ItemReference): string => {
      const type = typeNamed(itemtype);
      const row = type && found.get(type)?.get(id);
      return row ? write(type, row) : '';
    };
  return {
    friendly: named((type, row) => friendlyName(ctx, type, row, noOthers)),
    dropdown: named((type, row) => dropdownName(ctx, type, row)),
  };
}

const noOthers: OtherNames = { friendly: () => '', dropdown: () => '' };

type NameHook = 'dropdownName' | 'friendlyName' | 'nameNeeds';

function firstHook<H extends NameHook>(ctx: Context, itemtype: Itemtype, hook: H): Behaviour[H] | undefined {
  return behavioursOf(ctx.site.behaviours, itemtype).find((behaviour) => behaviour[hook])?.[hook];
}

/** Columns a type's names are made of; none of a table that doesn't exist. */
function nameColumns(ctx: Context, itemtype: Itemtype): string[] {
  const own = behavioursOf(ctx.site.behaviours, itemtype).flatMap((behaviour) => behaviour.nameColumns ?? []);
  const wanted = [itemtype.nameField, ...(itemtype.completenameField ? [itemtype.completenameField] : []), ...own];
  return [...new Set(wanted)].filter((column) => column !== 'id' && ctx.site.schema.hasColumn(itemtype.table, column));
}

interface Branch {
  readonly itemtype: Itemtype;
  readonly ids: readonly number[];
  readonly columns: readonly string[];
  /** The column whose translations are looked up. */
  readonly translated: string | undefined;
}

/** The rows of all types, each with its id and the columns of its names, in one statement. */
async function readRows(
  ctx: Context,
  wanted: ReadonlyMap<Itemtype, ReadonlySet<number>>,
): Promise<Map<Itemtype, Map<number, Row>>> {
  const branches: Branch[] = [...wanted]
    // Names are looked for in the table that the class is called after: there are none where its rows lie elsewhere.
    .filter(([type]) => type.collectionTable === undefined && ctx.site.schema.table(type.table))
    .map(([type, ids]) => ({
      itemtype: type,
      ids: [...ids],
      columns: nameColumns(ctx, type),
      translated:
        type.flags.canBeTranslated && ctx.settings.on('translate_dropdowns')
          ? (type.completenameField ?? type.nameField)
          : undefined,
    }));
  const found = new Map(branches.map(({ itemtype }) => [itemtype, new Map<number, Row>()]));
  if (branches.length === 0) return found;
  const width = Math.max(...branches.map(({ columns }) => columns.length));
  const parts = branches.map((branch, at) => branchQuery(ctx, branch, at, width));
  const { rows } = await sql<Row>`${sql.join(parts, sql` union all `)}`.execute(ctx.db);
  for (const row of rows) {
    const { itemtype, columns } = branches[Number(row.branch)]!;
    const named: Row = { id: Number(row.id), [TRANSLATED]: row[TRANSLATED] ?? null };
    for (const [at, column] of columns.entries()) {
      named[column] = typed(ctx, itemtype.table, column, row[`c${at}`] ?? null);
    }
    found.get(itemtype)!.set(Number(row.id), named);
  }
  return found;
}

/** `select <branch>, id, <columns>, <translation>` with as many columns as the widest branch has. */
function branchQuery(ctx: Context, branch: Branch, at: number, width: number): RawBuilder<unknown> {
  const { itemtype, ids, columns, translated } = branch;
  const cells = Array.from({ length: width }, (_, index) => {
    const column = columns[index];
    return column === undefined
      ? sql`null as ${sql.id(`c${index}`)}`
      : sql`${sql.id('n', column)} as ${sql.id(`c${index}`)}`;
  });
  const from = sql`from ${sql.table(itemtype.table)} as n`;
  const join =
    translated === undefined
      ? sql``
      : sql` left join glpi_dropdowntranslations as t on t.itemtype = ${itemtype.name} and t.items_id = n.id and t.language = ${ctx.session.language} and t.field = ${translated}`;
  const selected = [sql`${sql.lit(at)} as branch`, sql`n.id`, ...cells];
  selected.push(translated === undefined ? sql`null as translated` : sql`t.value as translated`);
  return sql`select ${sql.join(selected)} ${from}${join} where n.id in (${sql.join(ids)})`;
}

/** A union makes text of numbers where another branch has a text in their place. */
function typed(ctx: Context, table: string, column: string, value: SqlValue): SqlValue {
  if (typeof value !== 'string') return value;
  return /int$/.test(ctx.site.schema.table(table)?.columns.get(column)?.type ?? '') ? Number(value) : value;
}

const textOf = (value: SqlValue | undefined): string => (value === null || value === undefined ? '' : String(value));
