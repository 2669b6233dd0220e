/** The bits of a right that every class shares (rights R1). */
export const READ = 1;
export const UPDATE = 2;
export const CREATE = 4;
export const DELETE = 8;
export const PURGE = 16;
export const READNOTE = 32;
export const UPDATENOTE = 64;
export const UNLOCK = 128;

/** The operations that `can` decides about. */
export type Operation = typeof READ | typeof UPDATE | typeof CREATE | typeof DELETE | typeof PURGE;
