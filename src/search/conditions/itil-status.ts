/** Groups of statuses that a criterion may name, per ITIL type (search 15.3). */

interface StatusGroups {
  readonly all: readonly number[];
  readonly notold: readonly number[];
  readonly old: readonly number[];
  readonly closed: readonly number[];
  readonly process: readonly number[];
}

const groups: Readonly<Record<string, StatusGroups>> = {
  Ticket: { all: [1, 2, 3, 4, 5, 6], notold: [1, 2, 3, 4], old: [5, 6], closed: [6], process: [2, 3] },
  Problem: {
    all: [1, 7, 2, 3, 4, 5, 8, 6],
    notold: [1, 7, 2, 3, 4],
    old: [8, 5, 6],
    closed: [6],
    process: [7, 2, 3],
  },
  Change: {
    all: [1, 9, 10, 7, 4, 11, 12, 5, 8, 6, 14, 13],
    notold: [1, 9, 10, 7, 4, 11, 12],
    old: [8, 5, 6, 14, 13],
    closed: [6, 14, 13],
    process: [7, 12, 11],
  },
};

/** The statuses that a value means for a type: a group's, or a single one; undefined for anything else. */
export function statusesOf(itemtype: string, value: string): readonly number[] | undefined {
  const known = groups[itemtype];
  if (!known) return undefined;
  switch (value) {
    case 'all':
    case 'notold':
    case 'old':
    case 'process':
      return known[value];
    case 'notclosed':
      return known.all.filter((status) => !known.closed.includes(status));
    default:
      return known.all.find((status) => String(status) === value) === undefined ? undefined : [Number(value)];
  }
}
