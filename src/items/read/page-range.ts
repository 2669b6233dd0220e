import { ApiError } from '../../http/errors.ts';

/** Which rows of a list are asked for (items-read G4.1, G5). */
export interface PageRange {
  readonly offset: number;
  /** Most rows of the page; 0 for none. */
  readonly limit: number;
  /** First and last row as `Content-Range` writes them, the last one before it is cut at the total. */
  readonly from: string;
  readonly to: string;
}

/** The status and the headers by which a client pages. */
export interface PageAnswer {
  readonly status: 200 | 206;
  /** Undefined for an empty list. */
  readonly contentRange: string | undefined;
}

/**
 * The parameter `range` (`0-49`).
 *
 * @throws ApiError ERROR:range
 */
export function parseRange(text: string): PageRange {
  const parts = /^(\d+)-(\d+)\n?$/.exec(text);
  if (!parts) throw new ApiError('ERROR:range');
  const [from, to] = [parts[1]!, parts[2]!];
  const offset = asCount(from);
  return { offset, limit: Math.max(0, asCount(to) - offset + 1), from, to };
}

/** The range without the parameter; its header speaks of a row more than is answered (items-read G5). */
export const defaultRange = (listLimit: number): PageRange => ({
  offset: 0,
  limit: listLimit,
  from: '0',
  to: String(listLimit),
});

/**
 * Status and `Content-Range` of a page (items-read G5).
 *
 * @throws ApiError ERROR_RANGE_EXCEED_TOTAL when the range starts behind the total
 */
export function answerPage({ offset, from, to }: PageRange, total: number): PageAnswer {
  if (offset > total) throw new ApiError('ERROR_RANGE_EXCEED_TOTAL', { args: [total] });
  const isCut = asCount(to) > total - 1;
  const last = isCut ? total - 1 : asCount(to);
  return {
    status: last - offset + 1 < total ? 206 : 200,
    contentRange: total > 0 ? `${from}-${isCut ? last : to}/${total}` : undefined,
  };
}

/** Ranges may end anywhere: beyond what can be counted exactly they all mean the same. */
const asCount = (digits: string): number => Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
