import type { SessionData } from '../../sessions/session.ts';

const matrixOf: Readonly<Record<string, string>> = {
  Ticket: 'ticket_status',
  Problem: 'problem_status',
  Change: 'change_status',
};

/** Whether the profile's matrix lets a status follow another (itil 4.1): missing cells and no matrix allow. */
export function allowsStatus(session: SessionData, itemtype: string, from: unknown, to: number): boolean {
  const matrix = decoded(session.activeProfile?.fields[matrixOf[itemtype] ?? '']);
  const cell = matrix?.[String(from)]?.[String(to)];
  return cell === undefined || Number(cell) !== 0;
}

type Matrix = Record<string, Record<string, unknown> | undefined>;

function decoded(value: unknown): Matrix | undefined {
  const matrix: unknown = typeof value === 'string' && value !== '' ? JSON.parse(value) : value;
  return typeof matrix === 'object' && matrix !== null ? (matrix as Matrix) : undefined;
}
