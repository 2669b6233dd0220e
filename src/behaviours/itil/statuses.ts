/** Sets of statuses by ITIL type (itil 1.1). */
export interface StatusSets {
  /** Nobody is at work yet: an assignment changes these to `ASSIGNED`, where the type has that status. */
  readonly fresh: readonly number[];
  readonly solved: readonly number[];
  readonly closed: readonly number[];
  /** A word of the requester opens the item again. */
  readonly reopenable: readonly number[];
  /** The type has the statuses of assigned and planned work. */
  readonly hasAssigned: boolean;
}

const solvedOrObserved: StatusSets['solved'] = [5, 8];
const waitingOrDone: StatusSets['reopenable'] = [6, 5, 4, 8];

const sets: Readonly<Record<string, StatusSets>> = {
  Ticket: { fresh: [1], solved: [5], closed: [6], reopenable: waitingOrDone, hasAssigned: true },
  Problem: { fresh: [1, 7], solved: solvedOrObserved, closed: [6], reopenable: waitingOrDone, hasAssigned: true },
  Change: {
    fresh: [1, 7, 9, 10],
    solved: solvedOrObserved,
    closed: [6, 13, 14],
    reopenable: [6, 14, 13, 5],
    hasAssigned: false,
  },
};

const none: StatusSets = { fresh: [], solved: [], closed: [], reopenable: [], hasAssigned: false };

export const NEW = 1;
export const ASSIGNED = 2;
export const PLANNED = 3;
export const WAITING = 4;
export const SOLVED = 5;
export const CLOSED = 6;

/** Statuses in which nobody has to be assigned, of any type (itil 3.7). */
export const unassigned: readonly number[] = [1, 7, 9, 10];

/** The sets of a type; empty ones for a class that has no statuses. */
export const statusSets = (itemtype: string): StatusSets => sets[itemtype] ?? none;

export function isClosed(itemtype: string, status: unknown): boolean {
  return statusSets(itemtype).closed.includes(Number(status));
}

export function isSolved(itemtype: string, status: unknown): boolean {
  return statusSets(itemtype).solved.includes(Number(status));
}

/** Neither solved nor closed. */
export const isOpen = (itemtype: string, status: unknown): boolean =>
  !isSolved(itemtype, status) && !isClosed(itemtype, status);
