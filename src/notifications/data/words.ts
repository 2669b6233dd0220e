/** Words for numbers of columns, as language files have them: most in a context of their own. */
import { itilStatusLabels, scaleLabels, validationStatusLabels } from '../../catalog/constants.ts';
import type { SqlValue } from '../../database/database.ts';
import type { Translate } from '../../text/translations.ts';

/** Statuses that the files have without a context. */
const plain = new Set(['Pending', 'Under observation', 'Evaluation', 'Testing', 'Qualification', 'Applied', 'Review']);

/** A status of tickets, problems or changes. */
export function statusWord(translate: Translate, itemtype: string, status: SqlValue | undefined): string {
  const label = itilStatusLabels[itemtype]?.find(([number]) => number === Number(status))?.[1];
  if (label === undefined) return '';
  if (label === 'Approval') return translate.plural('Approval', 'Approvals', 1);
  return plain.has(label) ? translate(label) : translate.context('status', label);
}

/** A step of a scale: `urgency`, `impact` or `priority`. */
export function scaleWord(translate: Translate, scale: string, step: SqlValue | undefined): string {
  const label = scaleLabels[Number(step)];
  return label === undefined ? '' : translate.context(scale, label);
}

/** What became of an approval. */
export function validationWord(translate: Translate, status: SqlValue | undefined): string {
  const label = validationStatusLabels[Number(status)];
  if (label === undefined) return '';
  return label === 'Refused' ? translate.context('validation', label) : translate(label);
}
