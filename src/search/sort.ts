/** In which order the rows come (search 19.2). */
import { type Expression, sql } from 'kysely';
import { nameColumns } from './expressions.ts';
import type { Column } from './plan.ts';
import { actorLinks, comparedExpression, linkAlias, type ValuePart } from './value-expressions.ts';

export interface SortTerm {
  readonly column: Column;
  /** What is compared, in the form of a selected part. */
  readonly part: ValuePart;
  readonly descending: boolean;
}

/**
 * The terms in order of `ids`; ids without a column and options that can't be sorted by are left out.
 * @param asShown by what is shown, whatever the field: searches over several types know nothing else
 */
export function sortTerms(
  columns: readonly Column[],
  { ids, order, asShown }: { ids: readonly number[]; order: readonly unknown[]; asShown: boolean },
): readonly SortTerm[] {
  return ids.flatMap((id, index): SortTerm[] => {
    const column = columns.find(({ option }) => option.id === id);
    if (!column || column.option.nosort) return [];
    const part = asShown ? column.parts[0] : comparedPart(column);
    return part ? [{ column, part, descending: (order[index] ?? 'ASC') !== 'ASC' }] : [];
  });
}

function comparedPart(column: Column): ValuePart | undefined {
  const { option } = column;
  const one = (expression: Expression<unknown>, aggregate = false): ValuePart => ({
    name: 'sort',
    expression,
    aggregate,
  });
  if (option.table === 'glpi_users' && option.field === 'name') return personPart(column);
  if (option.table === 'glpi_ipaddresses' && option.field === 'name') {
    return one(sql`INET6_ATON(${sql.ref(`${column.alias}.name`)})`);
  }
  if (option.datatype === 'date_delay') return one(comparedExpression(column).expression);
  return column.parts[0];
}

/** Persons sort by their full names. */
function personPart(column: Column): ValuePart {
  const { alias, itemtype, option, firstNameFirst, tree } = column;
  const of = (name: string) => sql`IFNULL(${sql.ref(`${alias}.${name}`)}, '')`;
  if (itemtype.name === 'User') return { name: 'sort', expression: sql.ref(`${alias}.name`), aggregate: false };
  const names = [...nameColumns(firstNameFirst).map((name) => of(name === 'name' ? 'realname' : name)), of('name')];
  const link = linkAlias(column);
  const linkTable = link && tree.node(link)?.table;
  if (!option.forcegroupby) return { name: 'sort', expression: sql`CONCAT(${sql.join(names)})`, aggregate: false };
  if (link && linkTable && actorLinks.has(linkTable))
    names.push(sql`IFNULL(${sql.ref(`${link}.alternative_email`)}, '')`);
  const whole = sql`CONCAT(${sql.join(names)})`;
  return { name: 'sort', expression: sql`GROUP_CONCAT(DISTINCT ${whole} ORDER BY ${whole})`, aggregate: true };
}
