/** Bits of single rights, beside those that all share (rights R1, itil 1.3). */
export const itil = { readMy: 1, readAll: 1024 } as const;

export const ticket = {
  ...itil,
  readGroup: 2048,
  readAssigned: 4096,
  assign: 8192,
  steal: 16384,
  own: 32768,
  changePriority: 65536,
  survey: 131072,
} as const;

export const followup = {
  seePublic: 1,
  updateMy: 2,
  addMy: 4,
  updateAll: 1024,
  addGroup: 2048,
  addAll: 4096,
  seePrivate: 8192,
  addAsObserver: 16384,
} as const;

export const task = { seePublic: 1, updateAll: 1024, addAll: 4096, seePrivate: 8192 } as const;

export const ticketValidation = {
  createRequest: 1024,
  createIncident: 2048,
  validateRequest: 4096,
  validateIncident: 8192,
} as const;

export const changeValidation = { create: 4, validate: 1024 } as const;

export const userRight = { updateAuthentication: 4096 } as const;

export const knowbaseRight = { administrate: 1024, readFaq: 2048, publishFaq: 4096 } as const;

export const entityRight = { updateHelpdesk: 2048 } as const;

export const ruleTicketRight = { parentEntities: 1024 } as const;
