import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import { phpTrim } from '../../http/php-values.ts';
import type { Writing } from '../../items/write/writing.ts';
import { format } from '../../text/format.ts';
import type { Behaviour, Input } from '../behaviour.ts';
import { Action } from '../history-actions.ts';

const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i;

/** Internet domains. */
export const fqdnLife: Behaviour = {
  prepareAdd(w, _itemtype, input) {
    return checkFqdn(w, input, true);
  },
  prepareUpdate(w, _itemtype, _row, input) {
    return checkFqdn(w, input, false);
  },
};

function checkFqdn(w: Writing, input: Input, isNew: boolean): boolean {
  if (!isNew && input.fqdn === undefined) return true;
  const fqdn = phpTrim(String(input.fqdn ?? '')).toLowerCase();
  const problem =
    fqdn === ''
      ? 'FQDN must not be empty'
      : fqdn.split('.').every((part) => label.test(part))
        ? undefined
        : 'FQDN is not valid';
  if (problem) w.messages.error(w.ctx.translate(problem));
  else input.fqdn = fqdn;
  return problem === undefined;
}

/** Names within a domain. */
export const fqdnLabelLife: Behaviour = {
  prepareAdd(w, _itemtype, input) {
    return checkLabel(w, input);
  },
  prepareUpdate(w, _itemtype, _row, input) {
    return checkLabel(w, input);
  },
};

function checkLabel(w: Writing, input: Input): boolean {
  if (input.name === undefined || input.name === null || input.name === '') return true;
  const name = String(input.name).toLowerCase();
  if (!name.split('.').every((part) => label.test(part))) {
    w.messages.error(format(w.ctx.translate('Invalid internet name: %s'), name));
    return false;
  }
  input.name = name;
  return true;
}

/** Sockets tell their location, not the item that they are on (items-write W19). */
export const socketLife: Behaviour = {
  quietChild: 'always',

  async prepareAdd(w, _itemtype, input) {
    await takePort(w, input);
    return true;
  },

  async changeName(w, _itemtype, row) {
    const location = await w.load(typeNamed('Location')!, Number(row.locations_id));
    const place = String(location?.completename ?? '').replaceAll(' > ', ' &#62; ');
    return place === '' ? String(row.name ?? '') : `${row.name} (${place})`;
  },

  async afterAdd(w, itemtype, row) {
    if (Number(row.locations_id) > 0) {
      const place = { itemtype: 'Location', id: Number(row.locations_id), link: itemtype.name };
      w.history.add({ ...place, action: Action.addChild, new: await w.names.peer(itemtype, row) });
    }
  },

  async afterPurge(w, itemtype, { row }) {
    const location = typeNamed('Location');
    if (location && Number(row.locations_id) > 0) {
      const place = { itemtype: location.name, id: Number(row.locations_id), link: itemtype.name };
      w.history.add({ ...place, action: Action.deleteChild, old: await w.names.peer(itemtype, row) });
    }
  },
};

/** A socket that a port is plugged into is on the port's item, at its number, unless something else is said. */
async function takePort(w: Writing, input: Input): Promise<void> {
  if (!(Number(input.networkports_id) > 0)) return;
  const port = await w.load(typeNamed('NetworkPort')!, Number(input.networkports_id));
  if (!port) return;
  input.itemtype ??= port.itemtype;
  input.items_id ??= port.items_id;
  if ((input.position ?? 'auto') === 'auto') input.position = port.logical_number;
}
