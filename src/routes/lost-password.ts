import { setTimeout as sleep } from 'node:timers/promises';
import { issueResetToken, resetPassword } from '../auth/lost-password.ts';
import { ApiError } from '../http/errors.ts';
import { truthy } from '../http/php-values.ts';
import { strangersOccasion } from '../notifications/occasion.ts';
import { raise } from '../notifications/raise.ts';
import { sendQueued } from '../notifications/sending/send-queued.ts';
import type { Entrance, EntranceHandler } from './entrance.ts';

const SENT =
  'If the given email address corresponds to one and only one GLPI user, you will receive an email containing the information required to reset your password. Please contact your administrator if you do not receive an email.';

/** Shortest wait and how much longer it may be, in milliseconds: the time of an answer tells nothing of an address. */
const WAIT = { least: 1000, more: 2000 };

/** `lostPassword`: a token by mail, then with it a new password (sessions S11). */
export const lostPassword: EntranceHandler = async (entrance, { method, parameters }) => {
  const { settings, session, db, translate } = entrance;
  if (method !== 'PUT' && method !== 'PATCH') {
    throw new ApiError('ERROR', { message: 'Only HTTP verb PUT is allowed' });
  }
  if (!settings.on('use_notifications') || !settings.on('notifications_mailing')) {
    throw new ApiError('ERROR', { message: 'Email notifications are disabled' });
  }
  if (!parameters.has('email') && !truthy(parameters.get('password_forget_token'))) {
    throw new ApiError('ERROR', { message: 'email parameter missing' });
  }
  if (session) throw new ApiError('ERROR', { message: 'A session is active' });
  if (parameters.has('password_forget_token')) {
    await resetPassword(db, settings, translate, parameters.text('password_forget_token'), parameters.text('password'));
    return { body: [translate('Reset password successful.')] };
  }
  const wait = sleep(WAIT.least + Math.random() * WAIT.more);
  const mails = await issueResetToken(db, parameters.text('email'), (transaction, id) =>
    raise(strangersOccasion({ ...entrance, db: transaction }), {
      itemtype: 'User',
      id,
      event: 'passwordforget',
      options: {},
    }),
  );
  // Not waited for: how long the mail server takes would tell that there is such an account.
  void sendAtOnce(entrance, mails);
  await wait;
  return { body: [translate(SENT)] };
};

/** Mails of lost passwords don't wait for the next look into the queue; those that fail stay in it. */
async function sendAtOnce({ site, settings }: Entrance, mails: readonly number[]): Promise<void> {
  const { config, database } = site;
  const office = { db: database.db, settings, keyFile: config.cryptKey, filesDir: config.filesDir };
  await sendQueued({ ...office, report: () => undefined }, mails).catch(() => undefined);
}
