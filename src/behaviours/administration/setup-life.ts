import { randomBytes } from 'node:crypto';
import { truthy } from '../../http/php-values.ts';
import type { Writing } from '../../items/write/writing.ts';
import { forgetUnicityRules } from '../../settings/unicity-rules.ts';
import type { Behaviour, Input } from '../behaviour.ts';

/** Uniqueness rules name their fields in a list (items-write W6.4). */
export const fieldUnicityLife: Behaviour = {
  prepareAdd(w, _itemtype, input) {
    if (typeof input.itemtype === 'string' && input.itemtype !== '' && readFields(input)) return true;
    w.messages.error(w.ctx.translate("It's mandatory to select a type and at least one field"));
    return false;
  },

  prepareUpdate(_w, _itemtype, _row, input) {
    readFields(input);
    return true;
  },

  afterAdd: forgetLater,
  afterUpdate: forgetLater,
  afterPurge: forgetLater,
};

async function forgetLater(w: Writing): Promise<void> {
  w.afterCommit(() => forgetUnicityRules(w.ctx));
}

function readFields(input: Input): boolean {
  const { _fields: fields } = input;
  if (!Array.isArray(fields) || fields.length === 0) return false;
  input.fields = fields.map(String).join(',');
  return true;
}

/** Notifications are about items of a class. */
export const notificationLife: Behaviour = {
  prepareAdd: (w, _itemtype, input) => namesClass(w, input),
  prepareUpdate: (w, _itemtype, _row, input) => namesClass(w, input),
};

function namesClass(w: Writing, { itemtype }: Input): boolean {
  if (itemtype === undefined || truthy(itemtype)) return true;
  w.messages.error(w.ctx.translate('Field itemtype is mandatory'));
  return false;
}

/** API clients: addresses are kept as numbers, tokens are made on demand (sessions S6.5). */
export const apiClientLife: Behaviour = {
  prepareAdd(w, _itemtype, input) {
    prepareClient(w, input);
    return true;
  },
  prepareUpdate(w, _itemtype, _row, input) {
    prepareClient(w, input);
    return true;
  },

  afterAdd: forgetClients,
  afterUpdate: forgetClients,
  afterPurge: forgetClients,
};

async function forgetClients(w: Writing): Promise<void> {
  w.afterCommit(() => w.ctx.site.apiClients.forget());
}

function prepareClient(w: Writing, input: Input): void {
  const [first, last] = rangeOf(input.ipv4_range_start, input.ipv4_range_end);
  if (first !== undefined) input.ipv4_range_start = first;
  if (last !== undefined) input.ipv4_range_end = last;
  if (input.ipv6 === '') input.ipv6 = 'NULL';
  if (truthy(input._reset_app_token)) {
    input.app_token = randomBytes(30).toString('base64url').replace(/[-_]/g, 'x').slice(0, 40);
    input.app_token_date = w.ctx.now.sql;
  }
}

/** The ends of a range in order. Without a beginning there is none, without an end it is one address. */
function rangeOf(start: unknown, end: unknown): readonly [unknown, unknown] {
  const first = start === undefined ? undefined : addressNumber(start);
  let last = end === undefined ? undefined : addressNumber(end);
  if (last === 'NULL' && typeof first === 'number') last = first;
  if (first === 'NULL') last = first;
  if (typeof first === 'number' && typeof last === 'number' && first > last) return [last, first];
  return [first, last];
}

/** An IPv4 address as a number; `NULL` for none. Numbers stay. */
function addressNumber(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (value === '' || value === 'NULL') return 'NULL';
  const parts = value.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return value;
  return parts.reduce((number, part) => number * 256 + Number(part), 0);
}
