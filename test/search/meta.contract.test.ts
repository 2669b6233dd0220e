import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { itemtype } from '../../src/catalog/catalog.ts';
import type { Schema } from '../../src/database/schema.ts';
import { JoinTree } from '../../src/search/join-tree.ts';
import { linkToType } from '../../src/search/meta.ts';
import type { SearchSession } from '../../src/search/search-session.ts';
import { written } from './written.ts';

// The ways between types against those of GLPI 10.0.19, where its description lies beside the project.

const contract = path.resolve(import.meta.dirname, '../../../shared/contract/10.0.19');
const read = (name: string) => JSON.parse(readFileSync(path.join(contract, name), 'utf8'));

interface Join {
  readonly table: string;
  readonly alias: string | null;
  readonly on: string;
}

const session = { entities: { all: true } } as SearchSession;

describe.skipIf(!existsSync(contract))('ways to linked types (search 18.2)', () => {
  const tables = existsSync(contract) ? read('schema.json').tables : {};
  const schema = {
    hasColumn: (table: string, column: string) =>
      (tables[table]?.columns ?? []).some(({ name }: { name: string }) => name === column),
  } as Schema;
  const joins: [string, string, readonly Join[]][] = existsSync(contract)
    ? Object.entries<Record<string, readonly Join[]>>(read('meta.json').joins).flatMap(([from, ways]) =>
        Object.entries(ways).map(([to, way]): [string, string, readonly Join[]] => [from, to, way]),
      )
    : [];

  it('lead over the same tables and columns', () => {
    const wrong = joins.flatMap(([from, to, way]) => {
      const [source, target] = [itemtype(from), itemtype(to)];
      if (!source || !target) return [];
      const tree = new JoinTree(source.table, session);
      const alias = linkToType({ tree, session, schema, from: source, to: target });
      const ours = tree.closure(alias ? [alias] : []).map((node) => {
        const { sql: text, parameters } = written(node.on);
        let next = 0;
        return link(
          node.table,
          node.alias,
          text.replaceAll('?', () => String(parameters[next++])),
        );
      });
      // Licences are joined beside the software for no use but more rows.
      const theirs = way
        .filter((join) => !join.alias?.startsWith('glpi_softwarelicenses_'))
        .map((join) => link(join.table, join.alias ?? join.table, join.on));
      return ours.join('\n') === theirs.join('\n') ? [] : [`${from} → ${to}\n${ours.join('\n')}\n${theirs.join('\n')}`];
    });
    expect(wrong).toEqual([]);
    expect(joins.length).toBeGreaterThan(900);
  });
});

/** A join as its table and terms, whatever the aliases; without entities, and without a type that was asked for before. */
function link(table: string, alias: string, on: string): string {
  const terms = on
    .replace(/[`()]/g, '')
    .replaceAll(`${alias}.`, '@.')
    .replace(/\b(glpi_[a-z]+(?:_[a-z]+)*)__?[A-Z]\w*\./g, '$1.')
    .split(/\s+AND\s+/)
    .map((term) => term.trim().replace(/'/g, '').split(' = ').sort().join('='))
    .filter((term) => !/entities_id|<activeEntities>|^[A-Z]\w+=glpi_items_softwareversions\.itemtype$/.test(term));
  return `${table}: ${terms.sort().join(' & ')}`;
}
