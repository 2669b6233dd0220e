import type { Writing } from '../../items/write/writing.ts';
import { format } from '../../text/format.ts';
import { decodeStored } from '../../text/stored-text.ts';
import type { Behaviour } from '../behaviour.ts';

/** Addresses that a server of GLPI's fetches from, unless its setup says otherwise: no login, no port. */
const fetchable = /^(?:https?|feed):\/\/[^@:][^@:/]*(?:\/.*)?$/s;

/** Feeds that people read. They are not fetched here: names and comments are those that are sent. */
export const feedLife: Behaviour = {
  prepareAdd: (w, _itemtype, input) => isAddress(w, input.url ?? ''),
  prepareUpdate: (w, _itemtype, _row, input) => input.url === undefined || isAddress(w, input.url),
};

function isAddress(w: Writing, url: unknown): boolean {
  const address = decodeStored(String(url));
  const { translate } = w.ctx;
  if (!URL.canParse(address)) w.messages.error(translate('Feed URL is invalid.'));
  else if (!fetchable.test(address)) {
    w.messages.error(format(translate('URL "%s" is not allowed by your administrator.'), String(url)));
  } else return true;
  return false;
}
