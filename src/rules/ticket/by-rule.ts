/**
 * What stands under `_validation_by_rule` when a rule asks for a validation: approvers are then asked whatever the session's
 * own rights. It is known by its identity, so that no client can send it.
 */
export const BY_RULE: object = Object.freeze({});
