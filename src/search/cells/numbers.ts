/** Numbers and dates as the user's preferences write them (search 24.3). */
import { byteSize } from '../../text/byte-size.ts';
import type { Translate } from '../../text/translations.ts';

export interface Writing {
  readonly translate: Translate;
  /** 0 to 4: which marks stand between thousands and before decimals. */
  readonly numberFormat: number;
  /** 0 year first, 1 day first, 2 month first. */
  readonly dateFormat: number;
  /** Decimals of amounts. */
  readonly decimals: number;
}

const marks: readonly (readonly [thousands: string, point: string])[] = [
  [' ', '.'],
  [',', '.'],
  [' ', ','],
  ['', '.'],
  ['', ','],
];

/** A number with its thousands apart. */
export function writtenNumber(value: number, decimals: number, { numberFormat }: Writing): string {
  const [thousands, point] = marks[numberFormat] ?? marks[0]!;
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : point + fraction}`;
}

/** `YYYY-MM-DD` in the user's order. */
export function writtenDate(value: string, { dateFormat }: Writing): string {
  const [year = '', month = '', day = ''] = value.slice(0, 10).split('-');
  if (dateFormat === 1) return `${day}-${month}-${year}`;
  return dateFormat === 2 ? `${month}-${day}-${year}` : `${year}-${month}-${day}`;
}

export function writtenMoment(value: string, writing: Writing): string {
  return `${writtenDate(value, writing)} ${value.slice(11, 16)}`;
}

const MEBIBYTE = 1024 ** 2;

const spans: readonly (readonly [seconds: number, singular: string, plural: string])[] = [
  [86_400, '%d day', '%d days'],
  [3600, '%d hour', '%d hours'],
  [60, '%d minute', '%d minutes'],
];

/** A duration in days, hours and minutes. */
export function writtenDuration(seconds: number, { translate }: Writing): string {
  let rest = Math.abs(seconds);
  const parts = spans.flatMap(([length, singular, plural]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return count > 0 ? [translate.plural(singular, plural, count).replace('%d', String(count))] : [];
  });
  const written =
    parts.length > 0 ? parts.join(' ') : translate.plural('%d minute', '%d minutes', 0).replace('%d', '0');
  return seconds < 0 ? `- ${written}` : written;
}

const units: Readonly<Record<string, readonly [singular: string, plural: string]>> = {
  year: ['%d year', '%d years'],
  month: ['%d month', '%d months'],
  day: ['%d day', '%d days'],
  hour: ['%d hour', '%d hours'],
  minute: ['%d minute', '%d minutes'],
  second: ['%d second', '%d seconds'],
};

/** A written number with its unit. */
export function withUnit(written: string, value: number, unit: unknown, { translate }: Writing): string {
  if (typeof unit !== 'string' || unit === '') return written;
  if (unit === 'auto') return byteSize(value * MEBIBYTE);
  if (unit === '%') return `${written}%`;
  const forms = units[unit];
  return forms ? translate.plural(forms[0], forms[1], value).replace('%d', written) : `${written} ${unit}`;
}
