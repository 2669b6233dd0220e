/** Numbers of `glpi_logs.linked_action`. */
export const Action = {
  change: 0,
  addDevice: 1,
  updateDevice: 2,
  deleteDevice: 3,
  message: 12,
  trash: 13,
  restore: 14,
  addRelation: 15,
  deleteRelation: 16,
  addChild: 17,
  updateChild: 18,
  deleteChild: 19,
  create: 20,
  updateRelation: 21,
  lockItem: 26,
  unlockItem: 27,
} as const;
