/** Named sets of yes/no facts; a declaration lists those that differ from its kind's. */
import type { ItemtypeFlags } from '../model.ts';

export type FlagPart = Partial<ItemtypeFlags>;

export const noFlags: ItemtypeFlags = {
  entityAssign: false,
  maybeRecursive: false,
  maybeDeleted: false,
  maybeTemplate: false,
  maybePrivate: false,
  maybeDynamic: false,
  useDeletedToLockIfDynamic: false,
  dohistory: false,
  usenotepad: false,
  autoMessageOnAction: true,
  noFormPage: false,
  canBeTranslated: false,
};

/** Belongs to one entity. */
export const entityAssigned: FlagPart = { entityAssign: true };
/** Can be seen from the entities below. */
export const recursive: FlagPart = { maybeRecursive: true };
/** Belongs to an entity and can be seen from those below. */
export const inEntities: FlagPart = { ...entityAssigned, ...recursive };
export const trashable: FlagPart = { maybeDeleted: true };
export const templated: FlagPart = { maybeTemplate: true };
export const privatable: FlagPart = { maybePrivate: true };
/** Written by the inventory. */
export const dynamic: FlagPart = { maybeDynamic: true };
/** Written by the inventory; a dynamic row is locked where another would go to the trashbin. */
export const lockedWhenDynamic: FlagPart = { maybeDynamic: true, useDeletedToLockIfDynamic: true };
export const historized: FlagPart = { dohistory: true };
export const withNotepad: FlagPart = { usenotepad: true };
/** No life-cycle messages. */
export const silent: FlagPart = { autoMessageOnAction: false };
export const formless: FlagPart = { noFormPage: true };
export const translatable: FlagPart = { canBeTranslated: true };

/** The opposite of a part, for the exceptions to a kind. */
export function not(part: FlagPart): FlagPart {
  return Object.fromEntries(Object.entries(part).map(([flag, value]) => [flag, !value]));
}
