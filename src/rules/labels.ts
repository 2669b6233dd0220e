/** Labels of the values that criteria and actions have. */

import { byWord } from '../catalog/by-word.ts';
import {
  authType,
  itilStatusLabels,
  scaleLabels,
  ticketTypeLabels,
  validationStatusLabels,
} from '../catalog/constants.ts';
import type { Translate } from '../text/translations.ts';
import type { Values } from './facts/fields.ts';

/** Kinds of values whose labels stand in a context of the language files. */
const contexts: Readonly<Partial<Record<Values, string>>> = {
  urgency: 'urgency',
  impact: 'impact',
  priority: 'priority',
  status: 'status',
};

const labels: Readonly<Partial<Record<Values, Readonly<Record<string, string>>>>> = {
  urgency: scaleLabels,
  impact: scaleLabels,
  priority: scaleLabels,
  validation: validationStatusLabels,
  status: Object.fromEntries(itilStatusLabels.Ticket ?? []),
  ticketType: ticketTypeLabels,
  management: { 0: 'Unit management', 1: 'Global management' },
  authtype: {
    [authType.database]: 'GLPI internal database',
    // Of which directory or server it is, no rule says.
    [authType.mail]: 'Email server:',
    [authType.ldap]: 'LDAP directory:',
    [authType.external]: 'Other',
    [authType.cas]: 'CAS',
    [authType.x509]: 'x509 certificate authentication',
    [authType.api]: 'API',
  },
  inventoryLink: {
    0: 'Link if possible',
    1: 'Link if possible, otherwise imports declined',
    2: 'Import denied (no log)',
  },
};

/** Those whose labels count in comparisons of texts (rules 3.2); others are compared as they are. */
const compared: readonly Values[] = ['yesno', 'urgency', 'impact', 'priority', 'validation'];

export const isComparedByLabel = (values: Values): boolean => compared.includes(values);

/** The label of a value that isn't an id of something; the value itself where it has none. */
export function valueLabel(translate: Translate, values: Values, value: string): string {
  if (values === 'yesno') return translate(Number(value) ? 'Yes' : 'No');
  if (values === 'percent') return `${value}%`;
  const own = labels[values];
  const label = own && Object.hasOwn(own, value) ? own[value] : undefined;
  if (label === undefined) return value;
  const context = contexts[values];
  const inContext = context === undefined ? label : translate.context(context, label);
  return inContext === label ? translate(label) : inContext;
}

const conditionTexts: Readonly<Record<number, string>> = {
  0: 'is',
  1: 'is not',
  2: 'contains',
  3: 'does not contain',
  4: 'starting with',
  5: 'finished by',
  6: 'regular expression matches',
  7: 'regular expression does not match',
  8: 'exists',
  9: 'does not exist',
  11: 'under',
  12: 'not under',
  333: 'is CIDR',
  334: 'is not CIDR',
};

/**
 * English; empty for a number that means nothing.
 * @param own conditions that only a kind of rules knows
 */
export const conditionText = (condition: number, own: Readonly<Record<number, string>> = {}): string =>
  own[condition] ?? conditionTexts[condition] ?? '';

const actionTexts = byWord<string>({
  assign: 'Assign',
  append: 'Add',
  regex_result: 'Assign the value from regular expression',
  append_regex_result: 'Add the result of regular expression',
  affectbyip: 'Assign: equipment by IP address',
  affectbyfqdn: 'Assign: equipment by name + domain',
  affectbymac: 'Assign: equipment by MAC address',
  compute: 'Recalculate',
  delete: 'Delete',
  do_not_compute: 'Do not calculate',
  send: 'Send',
  add_validation: 'Send',
  fromuser: 'Copy from user',
  defaultfromuser: 'Copy default from user',
  firstgroupfromuser: 'Copy first group from user',
  fromitem: 'Copy from item',
});

/** English; empty for an unknown one. */
export const actionText = (type: string): string => actionTexts[type] ?? '';
