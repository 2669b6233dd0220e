/**
 * Every error the API knows, in one table (http H7). Code throws `new ApiError(name)`; one handler writes the answer.
 */

export interface ErrorEntry {
  /** What the client reads as the first element; the entry's own name up to the colon when absent. */
  readonly status: number;
  /** English text, looked up in the language of the session; `%s` stands for an argument. */
  readonly message: string;
  /** Written after the translated message, with the arguments the message hasn't used. */
  readonly tail?: string;
  /** The text ends in the address of the error's documentation. */
  readonly suffix: boolean;
  /** The documentation's address is written without the API's own (the settings aren't read yet). */
  readonly withoutUrl?: boolean;
  /** The contract names the code, but no request of GLPI 10.0 gets it. */
  readonly neverSent?: boolean;
  /** When it is answered, and what helps; the documentation page prints it. */
  readonly when: string;
}

const entry = (status: number, suffix: boolean, message: string, when: string, more: Partial<ErrorEntry> = {}) =>
  ({ status, suffix, message, when, ...more }) satisfies ErrorEntry;

const permission = "You don't have permission to perform this action.";

/**
 * The table. A name is a code, or `code:variant` where one code has several texts.
 */
export const errorTable = {
  ERROR: entry(400, true, 'Bad Request', 'The request is not one the endpoint understands; the text says more.'),
  'ERROR:disabled': entry(400, false, 'API disabled', 'The API is switched off in the general setup.'),
  'ERROR:range': entry(
    400,
    true,
    'range must be in format : [start-end] with integers',
    'The parameter `range` is not two numbers, the first not above the second.',
  ),
  'ERROR:order': entry(400, true, 'order must be DESC or ASC', 'The parameter `order` is another word.'),
  'ERROR:sort': entry(400, true, 'sort param is not a field of %s', 'The parameter `sort` names no column.'),
  'ERROR:picture': entry(400, true, "Bad request: user with id '%s' not found", 'A picture of an unknown user.'),
  'ERROR:variables': entry(
    400,
    true,
    'Too many parameters: at most %s are accepted',
    'A query string or form has more variables than the server accepts.',
  ),
  ERROR_NOT_ALLOWED_IP: entry(
    400,
    false,
    "There isn't an active API client matching your IP address in the configuration",
    'No active API client of the general setup admits the address of the request. Behind a proxy, see the trusted proxy setting.',
    { tail: ' (%s)' },
  ),
  ERROR_JSON_PAYLOAD_FORBIDDEN: entry(
    400,
    true,
    'GET Request should not have json payload (http body)',
    'A GET request has a body. Send the parameters in the query string.',
    { withoutUrl: true },
  ),
  ERROR_JSON_PAYLOAD_INVALID: entry(
    400,
    false,
    'JSON payload seems not valid',
    'The body, or the field `uploadManifest`, is not JSON in UTF-8, is nested too deep, or is an empty value.',
  ),
  ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE: entry(
    400,
    false,
    'The file seems too big',
    'A multipart body carries no file (only POST may carry some), or is larger than the server accepts.',
  ),
  'ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE:body': entry(
    413,
    false,
    'The request body is larger than %s bytes',
    'A body without files is larger than the server accepts.',
  ),
  'ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE:files': entry(
    400,
    false,
    'Too many files: at most %s are accepted',
    'A multipart body has more parts than the server accepts.',
  ),
  ERROR_WRONG_APP_TOKEN_PARAMETER: entry(
    400,
    true,
    'parameter app_token seems wrong',
    'The App-Token belongs to no API client that admits the address of the request.',
  ),
  ERROR_APP_TOKEN_PARAMETERS_MISSING: entry(
    400,
    true,
    'missing parameter app_token',
    'Every API client that admits the address of the request asks for an App-Token.',
  ),
  ERROR_SESSION_TOKEN_MISSING: entry(
    400,
    true,
    'parameter session_token is missing or empty',
    'The endpoint needs the Session-Token that initSession gave.',
  ),
  ERROR_SESSION_TOKEN_INVALID: entry(
    401,
    false,
    'session_token seems invalid',
    'The session was closed, has expired, or never was. Call initSession again.',
  ),
  ERROR_LOGIN_PARAMETERS_MISSING: entry(
    400,
    true,
    'parameter(s) login, password or user_token are missing',
    'initSession wants a login and a password, or a user token.',
  ),
  ERROR_LOGIN_WITH_CREDENTIALS_DISABLED: entry(
    400,
    false,
    'usage of initSession resource with credentials is disabled',
    'The general setup admits user tokens only.',
  ),
  ERROR_GLPI_LOGIN_USER_TOKEN: entry(
    401,
    false,
    'parameter user_token seems invalid',
    'The user token is nobody’s, or its user may not log in.',
  ),
  ERROR_GLPI_LOGIN: entry(401, false, '', 'The login was refused; the text says why.'),
  ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM: entry(
    400,
    true,
    'resource not found or not an instance of CommonDBTM',
    'The address names neither an endpoint nor an itemtype.',
  ),
  ERROR_RESOURCE_MISSING: entry(400, true, 'missing resource', 'The address lacks the itemtype.'),
  ERROR_ITEMTYPE_NOT_FOUND_NOR_COMMONDBTM: entry(
    400,
    true,
    'parent itemtype not found or not an instance of CommonDBTM',
    'Reserved: an unknown parent is answered by ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM.',
    { neverSent: true },
  ),
  ERROR_ITEM_NOT_FOUND: entry(404, false, 'Item not found', 'No item of the itemtype has this id.'),
  'ERROR_ITEM_NOT_FOUND:load': entry(
    400,
    true,
    "Failed to load item (itemtype = '%s', id = '%s')",
    'Massive actions were asked for an item that does not exist.',
  ),
  ERROR_RIGHT_MISSING: entry(
    403,
    false,
    permission,
    'The active profile may not see this itemtype or this item. Another profile or entity may help (changeActiveProfile, changeActiveEntities).',
  ),
  ERROR_BAD_ARRAY: entry(
    400,
    true,
    'input parameter must be an array of objects',
    'The parameter `input` (or `items`) is absent, or is neither an object nor a list of objects.',
  ),
  ERROR_METHOD_NOT_ALLOWED: entry(405, true, 'Method Not Allowed', 'Reserved: every method is understood.', {
    neverSent: true,
  }),
  ERROR_RANGE_EXCEED_TOTAL: entry(
    400,
    true,
    'Provided range exceed total count of data: %s',
    'The parameter `range` starts behind the last row.',
  ),
  ERROR_FIELD_NOT_FOUND: entry(
    400,
    true,
    'Field %s is not valid for %s item.',
    'A key of `searchText` is no column of the itemtype.',
  ),
  ERROR_GLPI_ADD: entry(400, false, '', 'Nothing was added; the text or the list of results says why.'),
  ERROR_GLPI_PARTIAL_ADD: entry(207, false, '', 'Some of the items were added; the list has the result of each.'),
  ERROR_GLPI_UPDATE: entry(400, false, '', 'Nothing was updated; the text or the list of results says why.'),
  ERROR_GLPI_PARTIAL_UPDATE: entry(207, false, '', 'Some of the items were updated; the list has the result of each.'),
  ERROR_GLPI_DELETE: entry(400, false, '', 'Nothing was deleted; the text or the list of results says why.'),
  ERROR_GLPI_PARTIAL_DELETE: entry(207, false, '', 'Some of the items were deleted; the list has the result of each.'),
  ERROR_MASSIVEACTION_KEY: entry(
    400,
    true,
    "Invalid action key parameter, run 'getMassiveActions' endpoint to see available keys",
    'The massive action is unknown, or had nothing to do with the items given.',
  ),
  'ERROR_MASSIVEACTION_KEY:missing': entry(
    400,
    true,
    "Missing action key, run 'getMassiveActions' endpoint to see available keys",
    'The address lacks the key of the massive action.',
  ),
  ERROR_MASSIVEACTION_NO_IDS: entry(400, true, 'No ids supplied', 'The parameter `ids` is absent or empty.'),
  ERROR_MASSIVEACTION_NOT_FOUND: entry(
    400,
    true,
    "Unable to get massive actions for itemtype '%s'. Please check that it is a valid itemtype.",
    'The address lacks the itemtype.',
  ),
  ERROR_UNKNOWN: entry(
    500,
    true,
    'An error occurred during the items search.',
    'The server failed. Its log has the details, under the request id of the text.',
  ),
  'ERROR_UNKNOWN:fault': entry(
    500,
    false,
    'An unexpected error occurred (request %s). The server log has the details.',
    'The server failed on something it did not expect.',
  ),
  'ERROR_UNKNOWN:database': entry(
    503,
    false,
    'The database is unavailable or too busy (request %s). Try again later.',
    'The database does not answer, or not in time.',
  ),
  'ERROR_UNKNOWN:session': entry(
    503,
    false,
    'Another request keeps the session. Try again later.',
    'A request with `session_write`, or one that changes the session, did not end in time.',
  ),
  'ERROR_UNKNOWN:uploads': entry(
    501,
    false,
    'This server keeps no files. Nothing was added.',
    'A file was sent to a server that has not been told the folder of GLPI’s files (`GLPI_FILES_DIR`).',
  ),
  ERROR_SQL: entry(500, true, 'SQL error', 'Reserved: failing statements are answered by the error of the action.', {
    neverSent: true,
  }),
  ERROR_NOT_DELETED: entry(400, true, 'Item is not in the trashbin', 'Reserved: an item can be purged directly.', {
    neverSent: true,
  }),
} as const satisfies Record<string, ErrorEntry>;

export type ErrorName = keyof typeof errorTable;

/** Looks an English text up in the language of the session. */
export type Translate = (msgid: string) => string;

export interface ApiErrorOptions {
  /** English text or one that is translated already, instead of the table's. */
  readonly message?: string;
  /** Values for the `%s` of the text. */
  readonly args?: readonly (string | number)[];
  readonly status?: number;
  readonly suffix?: boolean;
  /** Second element of the answer where it isn't a text (the results of a bulk write, or null). */
  readonly body?: unknown;
  /** What went wrong inside; for the log only. */
  readonly cause?: unknown;
  /** Headers of the answer, e.g. `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * An error of the contract. `message` is the English text with its arguments, for logs; clients get `errorBody`.
 */
export class ApiError extends Error {
  readonly errorName: ErrorName;
  /** First element of the answer. */
  readonly code: string;
  readonly status: number;
  readonly msgid: string;
  readonly args: readonly (string | number)[];
  readonly suffix: boolean;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(name: ErrorName, options: ApiErrorOptions = {}) {
    const known: ErrorEntry = errorTable[name];
    const msgid = options.message ?? known.message;
    super(fillIn(msgid + (known.tail ?? ''), options.args ?? []), { cause: options.cause });
    this.name = 'ApiError';
    this.errorName = name;
    this.code = codeOf(name);
    this.status = options.status ?? known.status;
    this.msgid = msgid;
    this.args = options.args ?? [];
    this.suffix = options.suffix ?? known.suffix;
    this.body = options.body;
    this.headers = options.headers ?? {};
  }
}

/** The code of a table entry: its name without the variant. */
export const codeOf = (name: string): string => name.split(':', 1)[0] ?? name;

/**
 * The answer to an error (http H6): `[code, message]`.
 *
 * @param apiUrl the setting `url_base_api` without slashes at its ends
 */
export function errorBody(error: ApiError, apiUrl: string, translate: Translate = (text) => text): [string, unknown] {
  if (error.body !== undefined) return [error.code, error.body];
  const known: ErrorEntry = errorTable[error.errorName];
  const message = fillIn(translate(error.msgid) + (known.tail ?? ''), error.args);
  if (!error.suffix) return [error.code, message];
  const address = `${known.withoutUrl ? '' : apiUrl}/#${error.code}`;
  return [error.code, `${message}; ${fillIn(translate('view documentation in your browser at %s'), [address])}`];
}

function fillIn(text: string, args: readonly (string | number)[]): string {
  if (args.length === 0) return text;
  let next = 0;
  return text.replace(/%(?:(\d+)\$)?[sd]/g, (mark, position?: string) => {
    const value = args[position === undefined ? next++ : Number(position) - 1];
    return value === undefined ? mark : String(value);
  });
}
