import { itemtype as typeNamed } from '../../../catalog/catalog.ts';
import type { Itemtype } from '../../../catalog/model.ts';
import type { Context } from '../../../context.ts';
import type { Row, SqlValue } from '../../../database/database.ts';
import { type NetworkName, networkNamesOf } from './network-names.ts';

/** The kinds of ports, in the order in which they are answered (items-read G3.2). */
const kinds = [
  'NetworkPortEthernet',
  'NetworkPortWifi',
  'NetworkPortAggregate',
  'NetworkPortAlias',
  'NetworkPortDialup',
  'NetworkPortLocal',
  'NetworkPortFiberchannel',
] as const;

type Port = Record<string, SqlValue | NetworkName>;

/**
 * Network ports of items, by kind: the port's columns, those of its kind (null where the kind has no row for it) and
 * its network name. The number of statements doesn't depend on the number of items or ports: one for the ports, one
 * for each kind that there is, two for the names.
 *
 * @returns for each id all kinds, most of them with an empty list
 */
export async function networkPortsOf(
  ctx: Context,
  itemtype: Itemtype,
  ids: readonly number[],
): Promise<Map<number, Record<string, Port[]>>> {
  const found = new Map(ids.map((id) => [id, Object.fromEntries(kinds.map((kind) => [kind, [] as Port[]]))]));
  if (ids.length === 0) return found;
  const ports: Row[] = await ctx.db
    .selectFrom('glpi_networkports')
    .select(['items_id', 'instantiation_type', 'id as netport_id', 'entities_id', 'is_recursive', 'logical_number'])
    .select(['name', 'mac', 'comment', 'is_dynamic'])
    .where('itemtype', '=', itemtype.name)
    .where('items_id', 'in', ids)
    .where('is_deleted', '=', 0)
    .orderBy('id')
    .execute();
  const instantiations = await readInstantiations(ctx, ports);
  const names = await networkNamesOf(
    ctx,
    ports.map((port) => Number(port.netport_id)),
  );
  for (const { items_id, instantiation_type, ...port } of ports) {
    const kind = String(instantiation_type);
    const name = names.get(Number(port.netport_id));
    const instantiation = instantiations.get(kind);
    if (!instantiation) continue;
    const own = instantiation.rows.get(Number(port.netport_id)) ?? instantiation.absent;
    found.get(Number(items_id))?.[kind]?.push({ ...port, ...own, ...(name && { NetworkName: name }) });
  }
  return found;
}

interface Instantiations {
  readonly rows: ReadonlyMap<number, Row>;
  /** What stands for a missing row. */
  readonly absent: Row;
}

async function readInstantiations(ctx: Context, ports: readonly Row[]): Promise<Map<string, Instantiations>> {
  const found = new Map<string, Instantiations>();
  for (const kind of kinds) {
    const own = ports.filter(({ instantiation_type }) => instantiation_type === kind);
    const table = typeNamed(kind)?.table;
    const columns = table === undefined ? undefined : ctx.site.schema.table(table)?.columns;
    if (own.length === 0 || table === undefined || !columns) continue;
    const ids = own.map(({ netport_id }) => netport_id);
    const rows: Row[] = await ctx.db.selectFrom(table).selectAll().where('networkports_id', 'in', ids).execute();
    found.set(kind, {
      rows: new Map(rows.map((row) => [Number(row.networkports_id), row])),
      absent: Object.fromEntries([...columns.keys()].map((column) => [column, null])),
    });
  }
  return found;
}
