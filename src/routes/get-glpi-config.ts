import { glpiConfig } from '../settings/glpi-config.ts';
import type { Handler } from './route.ts';

/** `getGlpiConfig`: the settings, the user's own ones before the general ones (sessions S13). */
export const getGlpiConfig: Handler = async ({ session, settings }) => ({
  body: { cfg_glpi: glpiConfig(settings, session.preferences) },
});
