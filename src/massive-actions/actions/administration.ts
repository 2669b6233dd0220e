/** Actions on users, groups, searches, tasks of the server and the like (massive-actions 4.2). */

import type { Input } from '../../behaviours/behaviour.ts';
import { Action } from '../../behaviours/history-actions.ts';
import * as catalog from '../../catalog/catalog.ts';
import { authType } from '../../catalog/constants.ts';
import { userRight } from '../../catalog/single-right-bits.ts';
import type { Row } from '../../database/database.ts';
import { phpIntval, truthy } from '../../http/php-values.ts';
import { cloneItem } from '../../items/write/clone.ts';
import { CREATE, UPDATE } from '../../rights/bits.ts';
import { format } from '../../text/format.ts';
import { type MassiveAction, NO_ACTION, OK } from '../action.ts';
import type { OneItem } from '../one-item.ts';
import { itemLink, shownItem } from '../shown-item.ts';
import { directoryUserActions } from './directory-users.ts';
import { forgetColumns } from './display-preferences.ts';
import { refusedMailActions } from './mail-collectors.ts';
import { sendNow } from './queued-mails.ts';

/** Gives columns of an item the values that `values` makes of the input; undefined: nothing to do. */
function change(key: string, values: (input: Input, item: OneItem) => Input | undefined): MassiveAction {
  return {
    key,
    async apply(item) {
      const wanted = values(item.input, item);
      if (!wanted) return undefined;
      if (!(await item.load())) return item.refuse('missing');
      const row = await item.loadFor(UPDATE);
      if (!row) return item.refuse('right');
      return (await item.update(row, wanted)) ? OK : item.refuse('action');
    },
  };
}

/** The named inputs, if all are there. */
const inputs =
  (...names: readonly string[]) =>
  (input: Input): Input | undefined =>
    names.every((name) => input[name] !== undefined)
      ? Object.fromEntries(names.map((name) => [name, input[name]]))
      : undefined;

const directories: Readonly<Record<number, readonly [text: string, itemtype: string]>> = {
  [authType.mail]: ['Email server', 'AuthMail'],
  [authType.ldap]: ['LDAP directory', 'AuthLDAP'],
};
const methods: Readonly<Record<number, string>> = {
  [authType.database]: 'GLPI internal database',
  [authType.external]: 'Other',
  [authType.cas]: 'CAS',
  [authType.x509]: 'x509 certificate authentication',
  [authType.api]: 'API',
};

/** What a user's history calls a way to log in. */
async function methodName({ w }: OneItem, type: number, id: number): Promise<string> {
  const { translate } = w.ctx;
  const [text, name] = directories[type] ?? [];
  const directory = name === undefined ? undefined : catalog.itemtype(name);
  if (!directory || text === undefined) return translate(methods[type] ?? '');
  const shown = shownItem(directory.name, await w.load(directory, id));
  return format(translate('%1$s: %2$s'), translate(text), shown ? await itemLink(w, shown) : '');
}

const changeAuthType: MassiveAction = {
  key: 'User:change_authtype',
  async apply(item) {
    const { w, id, input } = item;
    if (input.authtype === undefined || input.auths_id === undefined) return item.refuse('action');
    if (!w.ctx.rights.have('user', userRight.updateAuthentication)) return item.refuse('right');
    if (!(await item.load())) return item.refuse('missing');
    if (!(await item.loadFor(UPDATE))) return item.refuse('right');
    const authtype = phpIntval(input.authtype);
    const auths_id = phpIntval(input.auths_id);
    const forgets = authtype !== authType.database && authtype !== authType.api;
    await w.ctx.db
      .updateTable(item.itemtype.table)
      .set({ authtype, auths_id, ...(forgets && { password: '' }) })
      .where('id', '=', id)
      .execute();
    w.forget();
    const text = w.ctx.translate('%1$s: %2$s');
    const name = await methodName(item, authtype, auths_id);
    w.history.add({
      itemtype: item.itemtype.name,
      id,
      action: Action.message,
      new: format(text, w.ctx.translate('Update authentification method to'), name),
    });
    return OK;
  },
};

const unsetDefault: MassiveAction = {
  key: 'SavedSearch:unset_default',
  async apply(item) {
    const { w, id } = item;
    const defaults = catalog.itemtype('SavedSearch_User')!;
    if (!(await item.load())) return item.refuse('missing');
    const row: Row | undefined = await w.ctx.db
      .selectFrom(defaults.table)
      .selectAll()
      .where('savedsearches_id', '=', id)
      .where('users_id', '=', w.ctx.rights.userId)
      .executeTakeFirst();
    if (row) await w.delete(defaults, row, { force: true });
    return OK;
  },
};

const resetTask: MassiveAction = {
  key: 'CronTask:reset',
  async apply(item) {
    if (!(await item.load())) return item.refuse('missing');
    const row = await item.loadFor(UPDATE);
    if (!row) return item.refuse('right');
    return (await item.update(row, { lastrun: 'NULL' })) ? OK : item.refuse('action');
  },
};

/** Copies items into another entity. */
const duplicate = (key: string): MassiveAction => ({
  key,
  starts: ({ input }) => input.entities_id !== undefined,
  async apply(item) {
    const { w, itemtype } = item;
    const entity = phpIntval(item.input.entities_id);
    const row = await item.load();
    if (!row) return item.refuse('missing');
    if (Number(row.entities_id) === entity) return item.refuse('compatibility');
    if (!(await w.ctx.rights.canItem(itemtype, row, CREATE))) return item.refuse('right');
    return (await cloneItem(w, itemtype, row, { entities_id: entity })) === undefined ? item.refuse('action') : OK;
  },
});

/** GLPI's pages tell the class to convert to in a way that the API has not, and fail without it. */
const convert: MassiveAction = { key: 'Unmanaged:convert', isMute: true, apply: async () => undefined };

/** Plugins are not the API's to install. */
const plugin = (name: string): MassiveAction => ({ key: `Plugin:${name}`, apply: async () => NO_ACTION });

const groupColumns = new Set(['groups_id', 'groups_id_tech']);

const stock: Readonly<Record<string, readonly MassiveAction[]>> = {
  Cartridge: [
    change('Cartridge:uninstall', (_input, { w }) => ({ date_out: w.ctx.now.sql.slice(0, 10) })),
    change('Cartridge:backtostock', () => ({ date_out: 'NULL', date_use: 'NULL', printers_id: 0 })),
    change('Cartridge:updatepages', inputs('pages')),
  ],
  Consumable: [
    change('Consumable:give', ({ give_itemtype, give_items_id }, { w }) =>
      truthy(give_items_id) && truthy(give_itemtype)
        ? { itemtype: give_itemtype, items_id: give_items_id, date_out: w.ctx.now.sql.slice(0, 10) }
        : undefined,
    ),
    change('Consumable:backtostock', () => ({ date_out: 'NULL' })),
  ],
};

/** By the class whose items they are for. */
export const administrationActions: Readonly<Record<string, readonly MassiveAction[]>> = {
  ...stock,
  CommonDBTM: [
    change('Group:changegroup', ({ field, ...input }) =>
      typeof field === 'string' && groupColumns.has(field) && field in input ? { [field]: input[field] } : undefined,
    ),
  ],
  User: [changeAuthType, ...directoryUserActions],
  SavedSearch: [
    unsetDefault,
    change('SavedSearch:change_count_method', inputs('do_count')),
    change('SavedSearch:change_visibility', inputs('is_private')),
    change('SavedSearch:change_entity', inputs('entities_id', 'is_recursive')),
  ],
  CronTask: [resetTask],
  Calendar: [duplicate('Calendar:duplicate')],
  Domain: [duplicate('Domain:duplicate')],
  QueuedNotification: [sendNow],
  NotImportedEmail: refusedMailActions,
  DisplayPreference: [forgetColumns],
  Unmanaged: [convert],
  Plugin: ['install', 'uninstall', 'enable', 'disable', 'clean'].map(plugin),
};
