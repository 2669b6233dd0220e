import type { Column } from './columns.ts';
import { administrationTables } from './tables/administration.ts';
import { assetsTables } from './tables/assets.ts';
import { datacenterTables } from './tables/datacenter.ts';
import { devicesTables } from './tables/devices.ts';
import { helpdeskTables } from './tables/helpdesk.ts';
import { itemDevicesTables } from './tables/item-devices.ts';
import { knowledgeTables } from './tables/knowledge.ts';
import { managementTables } from './tables/management.ts';
import { networkTables } from './tables/network.ts';
import { notificationsTables } from './tables/notifications.ts';
import { problemsChangesTables } from './tables/problems-changes.ts';
import { projectsTables } from './tables/projects.ts';
import { rulesTables } from './tables/rules.ts';
import { serviceLevelsTables } from './tables/service-levels.ts';
import { softwareTables } from './tables/software.ts';
import { systemTables } from './tables/system.ts';

/** Tables of GLPI 10.0.19 by name. */
export type Tables = Record<string, TableNotation>;

/** One table. Columns stand in table order; an index lists its columns between commas, `name(length)` for a prefix. */
export interface TableNotation {
  columns: Record<string, Column>;
  index?: Record<string, string>;
  unique?: Record<string, string>;
  fulltext?: Record<string, string>;
}

/** The 390 tables of GLPI 10.0.19. Comments that GLPI keeps on columns are left out: nothing reads them. */
export const tables: Tables = {
  ...administrationTables,
  ...assetsTables,
  ...datacenterTables,
  ...devicesTables,
  ...helpdeskTables,
  ...itemDevicesTables,
  ...knowledgeTables,
  ...managementTables,
  ...networkTables,
  ...notificationsTables,
  ...problemsChangesTables,
  ...projectsTables,
  ...rulesTables,
  ...serviceLevelsTables,
  ...softwareTables,
  ...systemTables,
};

/** The CREATE TABLE statement of a table in GLPI's storage format (InnoDB, dynamic rows, utf8mb4_unicode_ci). */
export function createTable(name: string, table: TableNotation): string {
  const columns = Object.entries(table.columns);
  const parts = [
    ...columns.map(([column, kind]) => `${quoted(column)} ${definition(column, kind, table)}`),
    'PRIMARY KEY (`id`)',
    ...columns.filter(([, { key }]) => key).map(([column, { key }]) => index(key!, column, column)),
    ...(['index', 'unique', 'fulltext'] as const).flatMap((kind) =>
      Object.entries(table[kind] ?? {}).map(([key, list]) => index(kind, key, list)),
    ),
  ];
  return `CREATE TABLE ${quoted(name)} (\n  ${parts.join(',\n  ')}\n) ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`;
}

function definition(column: string, kind: Column, table: TableNotation): string {
  const isNull = kind.nullable ? 'NULL' : 'NOT NULL';
  if (column === 'id' && table.columns.id!.default === undefined) return `${kind.type} ${isNull} AUTO_INCREMENT`;
  if (kind.default === undefined) return `${kind.type} ${isNull}`;
  if (kind.default === null) return `${kind.type} ${isNull} DEFAULT NULL`;
  const value = kind.default.endsWith('()') ? kind.default : `'${kind.default}'`;
  return `${kind.type} ${isNull} DEFAULT ${value}`;
}

const KEYS = { index: 'KEY', unique: 'UNIQUE KEY', fulltext: 'FULLTEXT KEY' };

function index(kind: keyof typeof KEYS, name: string, columns: string): string {
  const list = columns.split(', ').map((column) => column.replace(/^\w+/, quoted));
  return `${KEYS[kind]} ${quoted(name)} (${list.join(', ')})`;
}

function quoted(name: string): string {
  return `\`${name}\``;
}
