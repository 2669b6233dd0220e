/** Sets of statuses by ITIL type (itil 1.1). */
export interface StatusSets {
  readonly solved: readonly number[];
  readonly closed: readonly number[];
}

const solvedOrObserved: StatusSets['solved'] = [5, 8];

const sets: Readonly<Record<string, StatusSets>> = {
  Ticket: { solved: [5], closed: [6] },
  Problem: { solved: solvedOrObserved, closed: [6] },
  Change: { solved: solvedOrObserved, closed: [6, 13, 14] },
};

export const NEW = 1;
export const ASSIGNED = 2;
export const SOLVED = 5;
export const CLOSED = 6;

export function isClosed(itemtype: string, status: unknown): boolean {
  return sets[itemtype]?.closed.includes(Number(status)) ?? false;
}

export function isSolved(itemtype: string, status: unknown): boolean {
  return sets[itemtype]?.solved.includes(Number(status)) ?? false;
}
