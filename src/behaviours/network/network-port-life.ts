import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import { truthy } from '../../http/php-values.ts';
import type { Writing } from '../../items/write/writing.ts';
import { format } from '../../text/format.ts';
import type { Behaviour, Input } from '../behaviour.ts';
import { calledAfterItem, nameOf } from '../common/parent-name.ts';

const counters = ['ifinbytes', 'ifinerrors', 'ifoutbytes', 'ifouterrors'];

/** Network ports: their kind's own row, their name, and a row of counters a day (items-write W16, W18). */
export const networkPortLife: Behaviour = {
  ...calledAfterItem,

  async afterAdd(w, _itemtype, row, input) {
    if (truthy(input._create_children)) {
      await addName(w, row, input);
      await addInstantiation(w, row, input);
    }
    await noteCounters(w, row);
  },

  async afterUpdate(w, _itemtype, { updates, fields }) {
    if (updates.size > 0) await noteCounters(w, fields as Row);
  },

  async afterClone(w, _itemtype, source, id) {
    const type = typeNamed(String(source.instantiation_type ?? ''));
    if (!type?.ancestors.includes('NetworkPortInstantiation')) return;
    const own = await w.load(type, Number(source.id));
    if (!own) return;
    const { id: _id, date_mod: _modified, date_creation: _created, ...values } = own;
    await w.add(type, { ...values, networkports_id: id, _no_history: true });
  },

  async addedMessage(w, itemtype, row) {
    const { translate } = w.ctx;
    const name = await w.names.plain(itemtype, row);
    const owner = await nameOf(w, String(row.itemtype), row.items_id);
    return format(translate('%1$s: %2$s'), translate('Item successfully added'), ` ${owner} >  ${name}`);
  },
};

/** `NetworkName_<column>` and `NetworkName__ipaddresses`. */
async function addName(w: Writing, row: Row, input: Input): Promise<void> {
  const prefix = 'NetworkName_';
  const name = Object.fromEntries(
    Object.entries(input).flatMap(([key, value]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
    ),
  );
  if (Object.values(name).every((value) => !truthy(value))) return;
  const type = typeNamed('NetworkName')!;
  const { id, entities_id, is_recursive } = row;
  await w.add(type, { ...name, itemtype: 'NetworkPort', items_id: id, entities_id, is_recursive });
}

/** The row of the port's kind, of the columns that it has. */
async function addInstantiation(w: Writing, row: Row, input: Input): Promise<void> {
  const type = typeNamed(String(row.instantiation_type ?? ''));
  if (!type?.ancestors.includes('NetworkPortInstantiation')) return;
  const columns = w.ctx.site.schema.table(type.table)?.columns;
  const own = ['id', 'networkports_id', 'date_mod', 'date_creation', 'name', 'comment'];
  const values = Object.entries(input).filter(([key]) => columns?.has(key) && !own.includes(key));
  await w.add(type, { ...Object.fromEntries(values), networkports_id: row.id, _no_history: true });
}

/** The counters as of today. */
async function noteCounters(w: Writing, row: Row): Promise<void> {
  const date = w.ctx.now.sql.slice(0, 10);
  const known: Row | undefined = await w.ctx.db
    .selectFrom('glpi_networkportmetrics')
    .select('id')
    .where('networkports_id', '=', row.id)
    .where('date', '=', date)
    .executeTakeFirst();
  const type = typeNamed('NetworkPortMetrics')!;
  const values = Object.fromEntries(counters.map((counter) => [counter, row[counter]]));
  if (known) await w.update(type, Number(known.id), { ...values, _no_history: true });
  else await w.add(type, { ...values, date, networkports_id: row.id, _no_history: true });
}
