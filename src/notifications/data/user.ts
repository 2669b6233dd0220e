/** Mails about a user's own account (notifications 8, 9). */
import type { Row } from '../../database/database.ts';
import type { Topic } from '../topic.ts';
import { personalAccount } from '../users.ts';
import { type Labels, labelTags, prefixed, text } from './labels.ts';
import { moment, said } from './values.ts';

const events: Readonly<Record<string, string>> = {
  passwordforget: 'Forgotten password?',
  passwordexpires: 'Password expires',
};

const labels: Labels = {
  ...prefixed('user', {
    name: text('Login'),
    realname: text('Surname'),
    firstname: text('First name'),
    action: (translate) => translate.plural('Event', 'Events', 1),
    token: text('Token'),
    passwordforgeturl: text('URL'),
    'password.expiration.date': text('Password expiration date'),
    'account.lock.date': text('Account lock date if password is not changed'),
    'password.has_expired': text('Password has expired'),
    'password.update.url': text('URL'),
  }),
  'passwordforget.information': text('You have been made a request to reset your account password.'),
  'passwordforget.link': text('Just follow this link (you have one day):'),
  'password.expires_soon.information': text('We inform you that your password will expire soon.'),
  'password.has_expired.information': text('We inform you that your password has expired.'),
  'password.update.link': text('To update your password, please follow this link:'),
};

/** The events of an account: of no entity, and for its owner alone, whatever profiles there are. */
export const userTopic: Topic = async (o, { id, event }) => {
  const row: Row | undefined = await o.db.selectFrom('glpi_users').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const base = o.settings.text('url_base') ?? '';
  const token = said(row.password_forget_token);
  return {
    itemtype: 'User',
    id,
    entity: 0,
    isRecursive: true,
    isPrivate: false,
    row,
    replacesEarlier: true,
    people: async (target) => (target === OWNER ? personalAccount(o, id) : []),
    data: async () => (reader) => ({
      tags: {
        ...labelTags(labels, reader.translate),
        'user.name': said(row.name),
        'user.realname': said(row.realname),
        'user.firstname': said(row.firstname),
        'user.action': reader.translate(events[event] ?? ''),
        'user.token': token,
        'user.passwordforgeturl': `${base}/front/lostpassword.php?password_forget_token=${encodeURIComponent(token)}`,
        ...expiry(
          o.settings.number('password_expiration_delay'),
          o.settings.number('password_expiration_lock_delay'),
          row,
          (value) => moment(o, reader, value),
        ),
        'user.password.update.url': `${base}/front/updatepassword.php`,
      },
      lists: {},
    }),
  };
};

const OWNER = 19;
const DAY = 86_400_000;

/** When the password ends, and the account with it. */
function expiry(days: number, lockDays: number, row: Row, write: (value: string) => string): Record<string, string> {
  const changed = said(row.password_last_update) || said(row.date_creation);
  const start = new Date(`${changed.replace(' ', 'T')}Z`).getTime();
  if (!(days > 0) || Number.isNaN(start)) return {};
  const after = (count: number): string => new Date(start + count * DAY).toISOString().slice(0, 19).replace('T', ' ');
  return {
    'user.password.expiration.date': write(after(days)),
    'user.password.has_expired': start + days * DAY < Date.now() ? '1' : '0',
    'user.account.lock.date': lockDays >= 0 ? write(after(days + lockDays)) : '',
  };
}
