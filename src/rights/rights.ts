import type { Itemtype } from '../catalog/model.ts';
import type { Row } from '../database/database.ts';
import type { Operation } from './bits.ts';

/** What one session may see and do; made for it, so that no reader or writer can forget to ask (spec: rights). */
export interface Rights {
  /** R2.1: any of `bits` of the right `name` in the active profile. */
  have(name: string, bits: number): boolean;
  /** R4.4: the entity is active, or `recursive` and above an active one. */
  haveAccess(entity: number, recursive: boolean): boolean;
  readonly interface: 'central' | 'helpdesk' | null;
  readonly userId: number;
  /** R3: the class-level test. */
  canClass(itemtype: Itemtype, operation: Operation): boolean;
  /** R4.2: class and item level for an existing row. */
  canItem(itemtype: Itemtype, row: Row, operation: Operation): Promise<boolean>;
  /** R4.1: whether a new item with this input may be created; may complete `input` (R5.4, R6.5). */
  canCreate(itemtype: Itemtype, input: Record<string, unknown>): Promise<boolean>;
}
