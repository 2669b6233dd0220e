/** Access tokens for mail servers that take no passwords (`smtp_mode` 4). */
import type { Db } from '../../database/database.ts';
import { decryptSecret, encryptSecret } from '../../settings/glpi-key.ts';
import type { Settings } from '../../settings/settings.ts';

export interface TokenParts {
  readonly db: Db;
  readonly settings: Settings;
  /** GLPI's key, for the secrets. */
  readonly keyFile: string | undefined;
}

const REFRESH_TOKEN = 'smtp_oauth_refresh_token';

/** Milliseconds for a provider to answer. */
const PATIENCE = 20_000;

/** Where providers give tokens, by the last part of GLPI's name of them; `tenant` is Azure's own option. */
const endpoints: Readonly<Record<string, (tenant: string) => string>> = {
  Azure: (tenant) => `https://login.microsoftonline.com/${encodeURIComponent(tenant)}/oauth2/v2.0/token`,
  Google: () => 'https://oauth2.googleapis.com/token',
};

/**
 * Has the provider make an access token from the refresh token that GLPI's setup got; a refresh token that comes back
 * changed is kept in the old one's place.
 *
 * @throws Error of one line when the settings can't be used or the provider refuses
 */
export async function accessToken({ db, settings, keyFile }: TokenParts): Promise<string> {
  const stored = settings.text(REFRESH_TOKEN) ?? '';
  const refreshToken = await decryptSecret(stored, keyFile);
  const response = await fetch(endpointOf(settings), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      client_id: settings.text('smtp_oauth_client_id') ?? '',
      client_secret: await decryptSecret(settings.text('smtp_oauth_client_secret') ?? '', keyFile),
    }),
    signal: AbortSignal.timeout(PATIENCE),
  });
  const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (!response.ok || typeof answer.access_token !== 'string') {
    throw new Error(`the OAuth provider gives no token: ${response.status} ${String(answer.error ?? '')}`.trimEnd());
  }
  const next = answer.refresh_token;
  if (typeof next === 'string' && next !== '' && next !== refreshToken) {
    await db
      .updateTable('glpi_configs')
      .set({ value: await encryptSecret(next, keyFile) })
      .where('context', '=', 'core')
      .where('name', '=', REFRESH_TOKEN)
      .where('value', '=', stored)
      .execute();
  }
  return answer.access_token;
}

function endpointOf(settings: Settings): string {
  const provider = (settings.text('smtp_oauth_provider') ?? '').split('\\').at(-1)!;
  const endpoint = endpoints[provider];
  if (!endpoint) throw new Error(`mails can't be sent by OAuth: unknown provider "${provider}"`);
  return endpoint(tenantIn(settings.text('smtp_oauth_options')) || 'common');
}

function tenantIn(json: string | null | undefined): string {
  try {
    const { tenant } = JSON.parse(json || '{}') as { tenant?: unknown };
    return typeof tenant === 'string' ? tenant : '';
  } catch {
    return '';
  }
}
