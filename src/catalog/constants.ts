/** Numbers and texts that GLPI's tables and rights are made of. */

/** `glpi_logs.linked_action`; 0 is a changed column. */
export const logAction = {
  addDevice: 1,
  updateDevice: 2,
  deleteDevice: 3,
  installSoftware: 4,
  uninstallSoftware: 5,
  disconnectDevice: 6,
  connectDevice: 7,
  lockDevice: 8,
  unlockDevice: 9,
  message: 12,
  deleteItem: 13,
  restoreItem: 14,
  addRelation: 15,
  deleteRelation: 16,
  addChild: 17,
  updateChild: 18,
  deleteChild: 19,
  createItem: 20,
  updateRelation: 21,
  lockRelation: 22,
  lockChild: 23,
  unlockRelation: 24,
  unlockChild: 25,
  lockItem: 26,
  unlockItem: 27,
} as const;

/** Bits of rights beyond those that all classes share, by the right's name. */
export const rightBits = {
  ticket: {
    readMine: 1,
    readAll: 1024,
    readGroup: 2048,
    readAssigned: 4096,
    assign: 8192,
    steal: 16_384,
    own: 32_768,
    changePriority: 65_536,
    survey: 131_072,
  },
  problem: { readMine: 1, readAll: 1024 },
  change: { readMine: 1, readAll: 1024 },
  project: { readMine: 1, readAll: 1024 },
  projecttask: { readMine: 1, updateMine: 1024 },
  followup: {
    seePublic: 1,
    updateMine: 2,
    addToMyTicket: 4,
    updateAll: 1024,
    addToGroupTicket: 2048,
    addToAll: 4096,
    seePrivate: 8192,
    addAsObserver: 16_384,
  },
  task: { seePublic: 1, updateMine: 2, updateAll: 1024, addToAll: 4096, seePrivate: 8192 },
  ticketvalidation: { createRequest: 1024, createIncident: 2048, validateRequest: 4096, validateIncident: 8192 },
  changevalidation: { validate: 1024 },
  entity: { readHelpdesk: 1024, updateHelpdesk: 2048 },
  user: { importExternal: 1024, readAuthentication: 2048, updateAuthentication: 4096 },
  knowbase: { administrate: 1024, readFaq: 2048, publishFaq: 4096, comment: 8192 },
  planning: { readMine: 1, readGroup: 1024, readAll: 2048 },
  externalevent: { manageBackground: 1024 },
  reservation: { reserve: 1024 },
  search_config: { personal: 1024, general: 2048 },
  inventory: { importFromFile: 1024, updateSettings: 2048 },
  reminder_public: { personal: 128 },
  rssfeed_public: { personal: 128 },
  rule_ticket: { parentEntities: 1024 },
} as const;

/** Statuses of tickets, problems and changes. */
export const itilStatus = {
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

/** `type` of the rows of actor tables. */
export const actorType = { requester: 1, assigned: 2, observer: 3 } as const;

/** Statuses of approvals, and their labels. */
export const validationStatus = { none: 1, waiting: 2, accepted: 3, refused: 4 } as const;

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

/** `type` of SLA and OLA. */
export const agreementType = { timeToResolve: 0, timeToOwn: 1 } as const;
