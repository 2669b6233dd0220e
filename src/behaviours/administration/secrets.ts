import { truthy } from '../../http/php-values.ts';
import type { Writing } from '../../items/write/writing.ts';
import { encryptSecret } from '../../settings/glpi-key.ts';
import { decodeStored } from '../../text/stored-text.ts';
import type { Behaviour, Input } from '../behaviour.ts';

/**
 * A secret as GLPI keeps it; undefined, with a message, when it can't be encrypted because GLPI's key isn't there.
 * @param secret not empty, cleaned as every input
 */
export async function storedSecret(w: Writing, secret: unknown): Promise<string | undefined> {
  try {
    return await encryptSecret(decodeStored(String(secret)), w.ctx.site.config.cryptKey);
  } catch {
    w.messages.error(w.ctx.translate("Passwords can't be stored: GLPI's key is missing."));
    return undefined;
  }
}

/** Columns that GLPI keeps encrypted, each with the key of an input that empties it, where there is one. */
export const keepsSecret = (columns: Readonly<Record<string, string | undefined>>): Behaviour => ({
  prepareAdd: (w, _itemtype, input) => encryptColumns(w, Object.keys(columns), input),

  prepareUpdate(w, _itemtype, _row, input) {
    for (const [column, blank] of Object.entries(columns)) {
      if (blank !== undefined && truthy(input[blank])) input[column] = '';
      else if (!truthy(input[column])) delete input[column];
    }
    return encryptColumns(w, Object.keys(columns), input);
  },

  logsColumn: (_itemtype, column) => !(column in columns),
});

async function encryptColumns(w: Writing, columns: readonly string[], input: Input): Promise<boolean> {
  for (const column of columns) {
    if (!truthy(input[column])) continue;
    const stored = await storedSecret(w, input[column]);
    if (stored === undefined) return false;
    input[column] = stored;
  }
  return true;
}
