/** The mail server of GLPI's settings. */
import { createTransport, type Transporter } from 'nodemailer';
import { decryptSecret } from '../../settings/glpi-key.ts';
import { accessToken, type TokenParts } from './oauth.ts';

/** `smtp_mode`: how mails leave. */
const modes = { program: 0, plain: 1, ssl: 2, tls: 3, oauth: 4 } as const;

/** Port on which encryption begins with the connection. */
const SSL_PORT = 465;

/** Milliseconds for the mail server to be reached, and to answer. */
const CONNECT = 10_000;
const ANSWER = 60_000;

/**
 * A way to the mail server: the machine's own mail program, or SMTP. Mode `plain` is encrypted where the server offers
 * it, whoever the server is; the others only with a server whose certificate is good (`smtp_check_certificate`).
 *
 * @throws Error when the settings can't be used; its message is one line
 */
export async function openTransport(parts: TokenParts): Promise<Transporter> {
  const { settings } = parts;
  const mode = settings.number('smtp_mode');
  if (mode === modes.program) return createTransport({ sendmail: true });
  const port = settings.number('smtp_port') || 25;
  const secure = mode === modes.ssl || (mode === modes.oauth && port === SSL_PORT);
  return createTransport({
    host: settings.text('smtp_host') || 'localhost',
    port,
    secure,
    requireTLS: !secure && mode !== modes.plain,
    tls: { rejectUnauthorized: mode !== modes.plain && settings.on('smtp_check_certificate') },
    connectionTimeout: CONNECT,
    greetingTimeout: CONNECT,
    socketTimeout: ANSWER,
    // The content is ours alone: nothing in it may make the server read files or fetch addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(await login(parts, mode === modes.oauth)),
  });
}

async function login(parts: TokenParts, isOauth: boolean) {
  const { settings, keyFile } = parts;
  const user = settings.text('smtp_username') ?? '';
  if (isOauth) return { auth: { type: 'OAuth2' as const, user, accessToken: await accessToken(parts) } };
  return user === '' ? {} : { auth: { user, pass: await decryptSecret(settings.text('smtp_passwd'), keyFile) } };
}
