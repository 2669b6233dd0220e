/** Sets of rights as a profile's form offers them: bit → label. */
import type { RightLabel } from '../model.ts';

export type Rights = Readonly<Record<number, RightLabel>>;

export const read: Rights = { 1: 'Read' };
export const update: Rights = { 2: 'Update' };
export const create: Rights = { 4: 'Create' };
export const trash: Rights = { 8: { short: 'Delete', long: 'Put in trashbin' } };
export const purge: Rights = { 16: { short: 'Purge', long: 'Delete permanently' } };
export const notes: Rights = {
  32: { short: 'Read notes', long: "Read the item's notes" },
  64: { short: 'Update notes', long: "Update the item's notes" },
};

/** What most types offer. */
export const standardRights: Rights = { ...read, ...update, ...create, ...purge };
