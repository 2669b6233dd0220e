import { itemtype as typeNamed } from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import { truthy } from '../../http/php-values.ts';
import type { Writing } from '../../items/write/writing.ts';
import { encryptedSettings } from '../../settings/secret-settings.ts';
import { format } from '../../text/format.ts';
import type { Behaviour, Input } from '../behaviour.ts';
import { Action } from '../history-actions.ts';
import { storedSecret } from './secrets.ts';

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
    if (input.context === undefined) return changeSettings(w, input);
    const setting = { context: String(row.context), name: String(row.name) };
    if (!isSecret(setting) || !truthy(input.value)) return true;
    const stored = await storedSecret(w, input.value);
    input.value = stored;
    return stored !== undefined;
  },

  async afterUpdate(w, _itemtype, { old, fields, updates }) {
    const setting = { context: String(old.context), name: String(old.name) };
    if (updates.has('value')) tell(w, setting, old.value, fields.value);
    w.afterCommit(() => w.ctx.site.settings.forget());
  },

  logsColumn: () => false,
};

/** What settings are kept by. */
interface Setting {
  readonly context: string;
  readonly name: string;
}

const isSecret = ({ context, name }: Setting): boolean => context === 'core' && encryptedSettings.has(name);

async function changeSettings(w: Writing, input: Input): Promise<boolean> {
  const context = typeof input.config_context === 'string' ? input.config_context : 'core';
  const wanted = wantedSettings(context, input);
  const rows: Row[] = await w.ctx.db
    .selectFrom('glpi_configs')
    .select(['id', 'name', 'value'])
    .where('context', '=', context)
    .where('name', 'in', ['', ...wanted.keys()])
    .forUpdate()
    .execute();
  for (const key of Object.keys(input)) delete input[key];
  for (const [name, sent] of wanted) {
    const row = rows.find((one) => one.name === name);
    if (!row || (typeof sent === 'object' && sent !== null)) return false;
    const value = await storedValue(w, { context, name }, sent);
    if (value === undefined || !(await isAcceptable(w, { context, name }, value))) return false;
    if (row.value === value) continue;
    await w.ctx.db.updateTable('glpi_configs').set({ value }).where('id', '=', row.id).execute();
    tell(w, { context, name }, row.value, value);
  }
  return true;
}

/** The settings that an input names; a secret that isn't said again stays, and `_blank_<name>` empties it. */
function wantedSettings(context: string, input: Input): ReadonlyMap<string, unknown> {
  const wanted = new Map(
    Object.entries(input).filter(([name]) => !name.startsWith('_') && name !== 'id' && name !== 'config_context'),
  );
  if (context !== 'core') return wanted;
  for (const [name, { keptWhenEmpty }] of encryptedSettings) {
    if (keptWhenEmpty && !truthy(wanted.get(name))) wanted.delete(name);
    if (truthy(input[`_blank_${name}`])) wanted.set(name, '');
  }
  return wanted;
}

/** A value as the row has it; undefined, with a message, for one that can't be. */
async function storedValue(w: Writing, setting: Setting, sent: unknown): Promise<string | undefined> {
  if (isSecret(setting) && truthy(sent)) return storedSecret(w, sent);
  const wrong = setting.context === 'core' ? addresses[setting.name] : undefined;
  if (wrong === undefined) return String(sent ?? '');
  const address = String(sent ?? '').replace(/\/+$/, '');
  if (address === '' || /^https?:\/\/[^\s/]+/i.test(address)) return address;
  w.messages.error(w.ctx.translate(wrong));
  return undefined;
}

/** Whether a setting can be what is sent; warns of what it brings about. */
async function isAcceptable(w: Writing, { context, name }: Setting, value: string): Promise<boolean> {
  const { translate } = w.ctx;
  if (context !== 'core') return true;
  if (name === 'maintenance_mode' && truthy(value)) {
    const way = '/index.php?skipMaintenance=1';
    w.messages.add('warning', format(translate('Maintenance mode activated. Backdoor using: %s'), way));
  }
  if (name !== 'lock_lockprofile_id') return true;
  const profile = await w.load(typeNamed('Profile')!, Number(value));
  if (profile?.interface === 'central') return true;
  w.messages.error(translate("The specified profile doesn't exist or is not allowed to access the central interface."));
  return false;
}

const MASK = '********';

function tell(w: Writing, setting: Setting, old: unknown, value: unknown): void {
  const [before, after] = isSecret(setting) ? [MASK, MASK] : [old ?? '', value];
  const name = setting.context === 'core' ? setting.name : `${setting.name} (${setting.context})`;
  w.history.add({
    itemtype: mailSettings.test(setting.name) ? 'NotificationMailingSetting' : 'Config',
    id: 1,
    action: Action.change,
    option: 1,
    old: `${name} ${before}`,
    new: after,
  });
}
