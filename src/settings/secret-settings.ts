/** Settings that GLPI keeps encrypted, and whether sending nothing keeps the old one. */
export const encryptedSettings: ReadonlyMap<string, { readonly keptWhenEmpty: boolean }> = new Map([
  ['glpinetwork_registration_key', { keptWhenEmpty: false }],
  ['proxy_passwd', { keptWhenEmpty: true }],
  ['smtp_oauth_client_secret', { keptWhenEmpty: true }],
  ['smtp_oauth_refresh_token', { keptWhenEmpty: true }],
  ['smtp_passwd', { keptWhenEmpty: true }],
]);

/** Settings that no client sees (sessions S13.2, items-read G8). */
export const undisclosedSettings: ReadonlySet<string> = new Set([
  ...encryptedSettings.keys(),
  'ldap_pass',
  'smtp_oauth_client_id',
  'smtp_oauth_options',
]);
