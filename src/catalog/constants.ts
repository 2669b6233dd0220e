/** Numbers and texts that GLPI's tables and rights are made of. */

/** Statuses of tickets, problems and changes. */
const itilStatus = {
  incoming: 1,
  assigned: 2,
  planned: 3,
  waiting: 4,
  solved: 5,
  closed: 6,
  accepted: 7,
  observed: 8,
  evaluation: 9,
  approval: 10,
  test: 11,
  qualification: 12,
  refused: 13,
  cancelled: 14,
} as const;

/** Status → label, in the order in which each type offers them. */
export const itilStatusLabels: Readonly<Record<string, readonly (readonly [status: number, label: string])[]>> = {
  Ticket: [
    [itilStatus.incoming, 'New'],
    [itilStatus.assigned, 'Processing (assigned)'],
    [itilStatus.planned, 'Processing (planned)'],
    [itilStatus.waiting, 'Pending'],
    [itilStatus.solved, 'Solved'],
    [itilStatus.closed, 'Closed'],
  ],
  Problem: [
    [itilStatus.incoming, 'New'],
    [itilStatus.accepted, 'Accepted'],
    [itilStatus.assigned, 'Processing (assigned)'],
    [itilStatus.planned, 'Processing (planned)'],
    [itilStatus.waiting, 'Pending'],
    [itilStatus.solved, 'Solved'],
    [itilStatus.observed, 'Under observation'],
    [itilStatus.closed, 'Closed'],
  ],
  Change: [
    [itilStatus.incoming, 'New'],
    [itilStatus.evaluation, 'Evaluation'],
    [itilStatus.approval, 'Approval'],
    [itilStatus.accepted, 'Accepted'],
    [itilStatus.waiting, 'Pending'],
    [itilStatus.test, 'Testing'],
    [itilStatus.qualification, 'Qualification'],
    [itilStatus.solved, 'Applied'],
    [itilStatus.observed, 'Review'],
    [itilStatus.closed, 'Closed'],
    [itilStatus.cancelled, 'Cancelled'],
    [itilStatus.refused, 'Refused'],
  ],
};

/** Labels of urgency and impact (1 to 5) and priority (1 to 6). */
export const scaleLabels: Readonly<Record<number, string>> = {
  1: 'Very low',
  2: 'Low',
  3: 'Medium',
  4: 'High',
  5: 'Very high',
  6: 'Major',
};

/** Statuses of approvals, and their labels. */
const validationStatus = { none: 1, waiting: 2, accepted: 3, refused: 4 } as const;

export const validationStatusLabels: Readonly<Record<number, string>> = {
  [validationStatus.waiting]: 'Waiting for approval',
  [validationStatus.refused]: 'Refused',
  [validationStatus.accepted]: 'Granted',
  [validationStatus.none]: 'Not subject to approval',
};

/** `glpi_users.authtype`. */
export const authType = { database: 1, mail: 2, ldap: 3, external: 4, cas: 5, x509: 6, api: 7 } as const;

/** What an entity's setting may be instead of a value. */
export const entitySetting = { auto: -1, inherit: -2, never: -10 } as const;

export const ticketTypeLabels: Readonly<Record<number, string>> = { 1: 'Incident', 2: 'Request' };

/** `glpi_tickets_tickets.link`. */
export const ticketLink = { linked: 1, duplicate: 2, sonOf: 3, parentOf: 4 } as const;

/** States of tasks. */
export const planningStateLabels: Readonly<Record<number, string>> = { 0: 'Information', 1: 'To do', 2: 'Done' };
