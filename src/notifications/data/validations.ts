/** The approval that an event is about (notifications 7.1). */
import type { Row } from '../../database/database.ts';
import { format } from '../../text/format.ts';
import type { Occasion, Raised, Reader } from '../occasion.ts';
import type { TagValues } from '../template.ts';
import { namesOf } from './names.ts';
import { moment, said } from './values.ts';
import { validationWord } from './words.ts';

export interface Validation {
  tags(reader: Reader): TagValues;
  /** The event's name of an approval that is asked for. */
  action(reader: Reader): string;
}

/** Reads the approval; undefined when the event is about none. */
export async function validationOf(o: Occasion, table: string, { options }: Raised): Promise<Validation | undefined> {
  const given = options.validation;
  if (given === undefined) return undefined;
  const row: Row | undefined =
    typeof given === 'object'
      ? (given as Row)
      : await o.db.selectFrom(table).selectAll().where('id', '=', Number(given)).executeTakeFirst();
  if (!row) return undefined;
  const names = await namesOf(o, [], [row.users_id, row.users_id_validate]);
  const status = ({ translate }: Reader): string => validationWord(translate, row.status);
  return {
    action: (reader) => `${reader.translate.plural('Approval', 'Approvals', 1)} - ${status(reader)}`,
    tags: (reader) => {
      const { translate } = reader;
      const [author, validator] = [names.user(row.users_id), names.user(row.users_id_validate)];
      return {
        'validation.submission.title': format(translate('An approval request has been submitted by %s'), author),
        'validation.answer.title': format(translate('An answer to an approval request was produced by %s'), validator),
        'validation.author': author,
        'validation.status': status(reader),
        'validation.storestatus': said(row.status),
        'validation.submissiondate': moment(o, reader, row.submission_date),
        'validation.commentsubmission': said(row.comment_submission),
        'validation.validationdate': moment(o, reader, row.validation_date),
        'validation.validator': validator,
        'validation.commentvalidation': said(row.comment_validation),
      };
    },
  };
}
