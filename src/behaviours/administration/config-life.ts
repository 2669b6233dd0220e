import type { Row } from '../../database/database.ts';
import type { Writing } from '../../items/write/writing.ts';
import type { Behaviour, Input } from '../behaviour.ts';
import { Action } from '../history-actions.ts';

/** Settings that GLPI keeps encrypted: only its own pages write them. */
const secrets = /(?:_passwd|_password|client_secret|refresh_token|registration_key)$/;

/** Settings whose changes stand in the history of the mail settings. */
const mailSettings = /^(?:admin_email|from_email|noreply_email|replyto_email|mailing_|smtp_)/;

const addresses: Readonly<Record<string, string>> = {
  url_base: 'Invalid base URL!',
  url_base_api: 'Invalid API base URL!',
};

/**
 * Settings as items: with a `context` the row itself is changed; without one each key names a setting of the core
 * (items-write W11.12). Settings that there aren't are not made.
 */
export const configLife: Behaviour = {
  async prepareUpdate(w, _itemtype, row, input) {
    if (input.context !== undefined) return !secrets.test(String(row.name));
    return changeSettings(w, input);
  },

  async afterUpdate(w, _itemtype, { old, fields, updates }) {
    if (updates.has('value')) tell(w, String(old.name), old.value, fields.value);
    w.afterCommit(() => w.ctx.site.settings.forget());
  },

  logsColumn: () => false,
};

async function changeSettings(w: Writing, input: Input): Promise<boolean> {
  const context = typeof input.config_context === 'string' ? input.config_context : 'core';
  const wanted = Object.entries(input).filter(
    ([name]) => !name.startsWith('_') && name !== 'id' && name !== 'config_context',
  );
  const rows: Row[] = await w.ctx.db
    .selectFrom('glpi_configs')
    .select(['id', 'name', 'value'])
    .where('context', '=', context)
    .where('name', 'in', ['', ...wanted.map(([name]) => name)])
    .forUpdate()
    .execute();
  for (const key of Object.keys(input)) delete input[key];
  for (const [name, sent] of wanted) {
    const row = rows.find((one) => one.name === name);
    if (!row || secrets.test(name) || (typeof sent === 'object' && sent !== null)) return false;
    const value = addresses[name] ? String(sent).replace(/\/+$/, '') : String(sent ?? '');
    if (addresses[name] && value !== '' && !/^https?:\/\/[^\s/]+/i.test(value)) {
      w.messages.error(w.ctx.translate(addresses[name]));
      return false;
    }
    if (row.value === value) continue;
    await w.ctx.db.updateTable('glpi_configs').set({ value }).where('id', '=', row.id).execute();
    tell(w, name, row.value, value);
  }
  return true;
}

function tell(w: Writing, name: string, old: unknown, value: unknown): void {
  w.history.add({
    itemtype: mailSettings.test(name) ? 'NotificationMailingSetting' : 'Config',
    id: 1,
    action: Action.change,
    option: 1,
    old: `${name} ${old ?? ''}`,
    new: value,
  });
}
