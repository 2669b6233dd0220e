import { plainAddress } from '../auth/api-clients.ts';
import { type Credentials, logIn, refused } from '../auth/login.ts';
import { ApiError } from '../http/errors.ts';
import type { RequestParameters } from '../http/parameters.ts';
import { truthy } from '../http/php-values.ts';
import { fullSession } from '../sessions/full-session.ts';
import { newSession } from '../sessions/new-session.ts';
import { historyName } from '../sessions/session.ts';
import { encodeStored } from '../text/stored-text.ts';
import type { EntranceHandler } from './entrance.ts';
import type { ApiRequest } from './route.ts';

/** `initSession`: a login, and a session for it (sessions S1 to S5). */
export const initSession: EntranceHandler = async (entrance, request) => {
  const { site, settings, translate } = entrance;
  const credentials = credentialsOf(request.parameters);
  if (!credentials.userToken) {
    if (!credentials.login || !credentials.password) throw new ApiError('ERROR_LOGIN_PARAMETERS_MISSING');
    if (!settings.on('enable_api_login_credentials')) throw new ApiError('ERROR_LOGIN_WITH_CREDENTIALS_DISABLED');
  }
  const db = site.database.db;
  const entities = await site.entities.get();
  const old = entrance.session;
  const identified = await logIn(
    {
      db,
      settings,
      translate,
      entities,
      directories: entrance.directories,
      address: addressForLog(request),
      historyName: old ? historyName(old.data.user) : '',
    },
    credentials,
  );
  const { translations } = site;
  const data = await newSession(
    { db, settings, translations, entities, timeZones: site.config.databaseTimezones },
    identified,
  );
  if (!data) throw refused(credentials, "You don't have right to connect");
  await old?.destroy();
  const token = await entrance.sessions.create(data);
  return {
    body: {
      session_token: token,
      ...(request.parameters.flag('get_full_session')
        ? { session: fullSession(data, token, entrance.now.sql, false) }
        : {}),
    },
  };
};

/** GLPI's event log names what the client says it is forwarded for, whoever the client is (S4.1). */
function addressForLog(request: ApiRequest): string {
  const forwarded = request.header('x-forwarded-for');
  return forwarded ? encodeStored(forwarded) : plainAddress(request.clientAddress);
}

/** What PHP takes for empty counts as absent (S1.2). */
function credentialsOf(parameters: RequestParameters): Credentials {
  const text = (name: string) => {
    const value = parameters.text(name);
    return truthy(value) ? value : '';
  };
  return {
    login: text('login'),
    password: text('password'),
    userToken: text('user_token'),
    source: parameters.text('auth'),
  };
}
