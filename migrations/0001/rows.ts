import { assistanceRows } from './rows/assistance.ts';
import { blacklistRows } from './rows/blacklists.ts';
import { cronTaskRows } from './rows/cron-tasks.ts';
import { dashboardRows } from './rows/dashboards.ts';
import { displayPreferenceRows } from './rows/display-preferences.ts';
import { dropdownRows } from './rows/dropdowns.ts';
import { networkPortTypeRows } from './rows/network-port-types.ts';
import { notificationRows } from './rows/notifications.ts';
import { profileRows } from './rows/profiles.ts';
import { ruleRows } from './rows/rules.ts';
import { settingRows } from './rows/settings.ts';
import { userRows } from './rows/users.ts';

export type Value = string | number | null;

/** Rows of one table: what differs from the columns' defaults. Without `id` they are numbered from 1. */
export interface Rows {
  table: string;
  /** Column names between commas. */
  columns: string;
  /** date_creation and date_mod hold the moment of the installation. */
  stamped?: true;
  rows: Value[][];
}

/**
 * What GLPI relies on in a new database. Its installation also writes history lines (`glpi_logs`) about its own rules;
 * nothing reads these, so they are left out.
 */
export const defaultRows: Rows[] = [
  ...profileRows,
  ...userRows,
  ...displayPreferenceRows,
  ...dropdownRows,
  ...assistanceRows,
  ...networkPortTypeRows,
  ...cronTaskRows,
  ...blacklistRows,
  ...ruleRows,
  ...notificationRows,
  ...dashboardRows,
  ...settingRows,
];
