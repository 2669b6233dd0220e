/** How values of rows read in a mail (notifications 5.2). */
import type { SqlValue } from '../../database/database.ts';
import { format } from '../../text/format.ts';
import { momentIn } from '../../text/moment.ts';
import type { Translate } from '../../text/translations.ts';
import type { Occasion, Reader } from '../occasion.ts';

/** A column as a text; empty for NULL. */
export const said = (value: SqlValue | undefined): string =>
  value === null || value === undefined ? '' : Buffer.isBuffer(value) ? value.toString('utf8') : String(value);

/** A tree's complete name as it would be stored: signs between the names are encoded like those in them. */
export const path = (completename: SqlValue | undefined): string => said(completename).replaceAll(' > ', ' &#62; ');

/** A stored moment in the reader's zone and format, without seconds; empty for none. */
export function moment(o: Occasion, reader: Reader, value: SqlValue | undefined): string {
  const stored = said(value);
  const [day = '', time = ''] = inZone(stored, o.timeZone, reader.timeZone).split(' ');
  if (day === '' || day.startsWith('0000')) return '';
  return time === '' ? date(reader, day) : `${date(reader, day)} ${time.slice(0, 5)}`;
}

/** A day in the reader's format: 0 `YYYY-MM-DD`, 1 `DD-MM-YYYY`, 2 `MM-DD-YYYY`. */
export function date(reader: Reader, value: SqlValue | undefined): string {
  const [year = '', month = '', day = ''] = said(value).split(' ', 1)[0]!.split('-');
  if (year === '') return '';
  if (reader.dateFormat === 1) return `${day}-${month}-${year}`;
  return reader.dateFormat === 2 ? `${month}-${day}-${year}` : `${year}-${month}-${day}`;
}

/** A moment of one zone as another one's clocks show it. */
function inZone(text: string, from: string | null, to: string | null): string {
  if (to === null || to === from || !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return text;
  const asUtc = new Date(`${text.replace(' ', 'T')}Z`);
  // The offset at the moment itself is found from the one at nearly the same time.
  const offset = new Date(`${momentIn(from, asUtc).sql.replace(' ', 'T')}Z`).getTime() - asUtc.getTime();
  try {
    return momentIn(to, new Date(asUtc.getTime() - offset)).sql;
  } catch {
    return text;
  }
}

/** A duration in seconds as GLPI says it: `1 hours 0 minutes`. */
export function duration(translate: Translate, seconds: number, showsSeconds: boolean): string {
  const rest = Math.abs(Math.trunc(seconds));
  const [days, hours, minutes] = [Math.floor(rest / 86_400), Math.floor(rest / 3600) % 24, Math.floor(rest / 60) % 60];
  const sign = seconds < 0 ? '- ' : '';
  const say = (withSeconds: string, without: string, ...numbers: number[]): string =>
    showsSeconds
      ? format(translate(withSeconds), sign, ...numbers, rest % 60)
      : format(translate(without), sign, ...numbers);
  if (days > 0) {
    return say(
      '%1$s%2$d days %3$d hours %4$d minutes %5$d seconds',
      '%1$s%2$d days %3$d hours %4$d minutes',
      days,
      hours,
      minutes,
    );
  }
  if (hours > 0) {
    return say('%1$s%2$d hours %3$d minutes %4$d seconds', '%1$s%2$d hours %3$d minutes', hours, minutes);
  }
  if (minutes > 0) {
    if (showsSeconds) return format(translate('%1$s%2$d minutes %3$d seconds'), sign, minutes, rest % 60);
    return format(translate.plural('%1$s%2$d minute', '%1$s%2$d minutes', minutes), sign, minutes);
  }
  return format(translate.plural('%1$s%2$s second', '%1$s%2$s seconds', rest), sign, rest);
}

/** An amount of money with two decimals. */
export const money = (value: number): string => value.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ' ');

/** `Yes` or `No`. */
export const yesNo = (translate: Translate, value: unknown): string => translate(Number(value) ? 'Yes' : 'No');
