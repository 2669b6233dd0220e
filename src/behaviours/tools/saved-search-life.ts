import { decodeStored } from '../../text/stored-text.ts';
import type { Behaviour } from '../behaviour.ts';
import { Action } from '../history-actions.ts';

/** Searches that people saved: made of the address of a search page (items-write W17). */
export const savedSearchLife: Behaviour = {
  prepareAdd(_w, _itemtype, input) {
    const url = typeof input.url === 'string' ? decodeStored(input.url) : '';
    const mark = url.indexOf('?');
    if (mark < 0) return false;
    input.query = queryOf(url.slice(mark + 1));
    delete input.url;
    return true;
  },

  async beforePurge(w, _itemtype, { row }) {
    await w.ctx.db.deleteFrom('glpi_savedsearches_users').where('savedsearches_id', '=', row.id).execute();
  },
};

/** The query part as PHP writes it again. */
function queryOf(query: string): string {
  return query
    .split('&')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return `${encode(name)}=${encode(value.join('='))}`;
    })
    .join('&');
}

const encode = (text: string): string =>
  encodeURIComponent(decodeURIComponent(text.replaceAll('+', ' ')))
    .replaceAll('%20', '+')
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** Alerts note their changes on themselves, in the way of a parent (items-write W13.5). */
export const savedSearchAlertLife: Behaviour = {
  async afterUpdate(w, itemtype, { old, fields, updates }) {
    for (const column of updates) {
      if (column === 'date_mod') continue;
      const place = { itemtype: itemtype.name, id: Number(old.id), link: itemtype.name, action: Action.updateChild };
      w.history.add({ ...place, old: old[column], new: fields[column] });
    }
  },
};
