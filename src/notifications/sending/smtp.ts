/** The mail server of GLPI's settings. */
import { createTransport, type Transporter } from 'nodemailer';
import { decryptSecret } from '../../settings/glpi-key.ts';
import type { Settings } from '../../settings/settings.ts';

/** `smtp_mode`: how mails leave. */
const modes = { program: 0, plain: 1, ssl: 2, tls: 3, oauth: 4 } as const;

/** Milliseconds for the mail server to be reached, and to answer. */
const CONNECT = 10_000;
const ANSWER = 60_000;

/**
 * A way to the mail server: the machine's own mail program, or SMTP.
 *
 * @param keyFile GLPI's key, for the password
 * @throws Error when the settings can't be used; its message is one line
 */
export async function openTransport(settings: Settings, keyFile: string | undefined): Promise<Transporter> {
  const mode = settings.number('smtp_mode');
  if (mode === modes.program) return createTransport({ sendmail: true });
  if (mode === modes.oauth) throw new Error("mails by SMTP with OAuth are left to GLPI's own automatic action");
  const user = settings.text('smtp_username') ?? '';
  return createTransport({
    host: settings.text('smtp_host') || 'localhost',
    port: settings.number('smtp_port') || 25,
    secure: mode === modes.ssl,
    requireTLS: mode === modes.tls,
    tls: { rejectUnauthorized: settings.on('smtp_check_certificate') },
    connectionTimeout: CONNECT,
    greetingTimeout: CONNECT,
    socketTimeout: ANSWER,
    // The content is ours alone: nothing in it may make the server read files or fetch addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(user !== '' && { auth: { user, pass: await decryptSecret(settings.text('smtp_passwd'), keyFile) } }),
  });
}
