/** Renewing what a directory tells of its users (massive-actions 4.2). */
import * as catalog from '../../catalog/catalog.ts';
import { authType } from '../../catalog/constants.ts';
import { userRight } from '../../catalog/single-right-bits.ts';
import { textOf } from '../../items/write/values.ts';
import { UPDATE } from '../../rights/bits.ts';
import { decodeStored } from '../../text/stored-text.ts';
import { type MassiveAction, OK } from '../action.ts';
import { addressesIn, attributesOf, columnsFrom } from '../directory-users/user-columns.ts';
import { directoryGroups, renewAddresses, renewGroups } from '../directory-users/user-links.ts';

/** Those who prove elsewhere who they are may have a directory, too, that tells the rest. */
const fromDirectories = new Set<unknown>([authType.ldap, authType.external]);

interface Synchronising {
  readonly key: string;
  /** The tie between account and entry is given up: the login finds the entry anew. */
  readonly byLogin?: true;
}

/** The directory is asked before anything is locked, and a user whom it doesn't know stays as he is. */
const synchronise = ({ key, byLogin }: Synchronising): MassiveAction => ({
  key,
  async apply(item) {
    const { w, itemtype, id } = item;
    const { rights, site } = w.ctx;
    const user = await w.load(itemtype, id);
    if (user) item.speakOf({ itemtype, row: user });
    const may =
      user && rights.have('user', userRight.updateAuthentication) && (await rights.canItem(itemtype, user, UPDATE));
    if (!may) return item.refuse('right');
    const directory = fromDirectories.has(user.authtype)
      ? await w.load(catalog.itemtype('AuthLDAP')!, Number(user.auths_id))
      : undefined;
    if (!directory) return item.refuse('action');
    const groups = await directoryGroups(w);
    const entry = await site.directories.entry(
      Number(directory.id),
      { login: decodeStored(textOf(user.name)), sync: byLogin ? null : decodeStored(textOf(user.sync_field)) },
      [...attributesOf(directory), ...groups.flatMap(({ attribute }) => attribute || [])],
      w.ctx.db,
    );
    if (!entry) return item.refuse('action');
    const columns = await columnsFrom(w, directory, entry);
    if (!(await w.update(itemtype, id, columns))) return item.refuse('action');
    await renewAddresses(w, id, addressesIn(directory, entry));
    await renewGroups(w, id, entry, groups);
    return OK;
  },
});

export const directoryUserActions: readonly MassiveAction[] = [
  synchronise({ key: 'User:force_user_ldap_update' }),
  synchronise({ key: 'User:clean_ldap_fields', byLogin: true }),
];
