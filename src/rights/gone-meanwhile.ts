/** A row that a transaction relied on was taken away by another one: what follows from it has to be decided anew. */
export class GoneMeanwhile extends Error {
  /** What the database calls it when it notices by itself. */
  readonly code = 'ER_CHECKREAD';

  constructor(itemtype: string, id: number) {
    super(`${itemtype} ${id} has gone meanwhile`);
  }
}
