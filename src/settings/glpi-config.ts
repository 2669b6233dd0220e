import { lists } from '../catalog/lists.ts';
import { constants, languages, pageScripts } from './glpi-config-constants.ts';
import { defaultImpactIcons, impactIcons } from './impact-icons.ts';
import { preferenceNames } from './preferences.ts';
import { undisclosedSettings } from './secret-settings.ts';
import type { Settings } from './settings.ts';

/** Settings that hold JSON. */
const decoded: ReadonlySet<string> = new Set([
  'priority_matrix',
  'devices_in_menu',
  'lock_item_list',
  'planning_work_days',
  'impact_enabled_itemtypes',
]);

/** Tables and classes that GLPI has come across when it answers; clients can't rely on more (S13.3). */
const classTables = { Config: 'glpi_configs', Plugin: 'glpi_plugins', APIClient: 'glpi_apiclients' };

/**
 * What `getGlpiConfig` answers (sessions S13).
 * @param own values of the session that go before the settings of the same name
 */
export function glpiConfig(settings: Settings, own: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const stored = [...settings.context('core'), ...settings.context('inventory')]
    .filter(([name]) => !undisclosedSettings.has(name))
    .map(([name, value]): [string, unknown] => [name, name in own ? own[name] : settingValue(name, value)]);
  return {
    languages,
    ...constants,
    ...lists,
    user_pref_field: preferenceNames,
    javascript: pageScripts,
    default_impact_asset_types: defaultImpactIcons,
    impact_asset_types: impactIcons,
    glpitablesitemtype: classTables,
    glpiitemtypetables: Object.fromEntries(Object.entries(classTables).map(([name, table]) => [table, name])),
    ...Object.fromEntries(stored),
  };
}

function settingValue(name: string, value: string | null): unknown {
  if (!decoded.has(name)) return value;
  try {
    return JSON.parse(value ?? '[]');
  } catch {
    return [];
  }
}
