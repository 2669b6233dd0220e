import type { Input } from '../behaviours/behaviour.ts';
import type { Itemtype } from '../catalog/model.ts';
import type { Context } from '../context.ts';
import type { OneItem } from './one-item.ts';

/** How an action on an item is counted (massive-actions 1.3). */
export type Count = 'ok' | 'noaction' | 'ko' | 'noright';

/** What became of one item; the messages are for the answer. */
export interface Verdict {
  readonly counts: readonly Count[];
  readonly messages: readonly string[];
  /** What was written stays although nothing is counted as done. */
  readonly keep?: true;
}

/** What a request wants done. */
export interface Order {
  readonly ctx: Context;
  readonly itemtype: Itemtype;
  /** As sent: mostly numbers. */
  readonly ids: readonly string[];
  /** As sent, cleaned. */
  readonly input: Input;
}

/**
 * An action on items. It is applied to each id in a transaction of its own, which is kept when something of it went
 * well; `undefined` counts nothing.
 */
export interface MassiveAction {
  readonly key: string;
  /** Whether there is anything to do at all with this input and for this session; absent: always. */
  starts?(order: Order): Promise<boolean> | boolean;
  apply(item: OneItem): Promise<Verdict | undefined>;
  /** The ids stand or fall together: one transaction, which the first failure takes back. */
  readonly together?: true;
  /** What it does can't be taken back: it has no transaction around it. */
  readonly unbound?: true;
  /** GLPI fails at it and answers nothing; so does this server, and does nothing. */
  readonly isMute?: true;
}

export const OK: Verdict = { counts: ['ok'], messages: [] };
export const NO_ACTION: Verdict = { counts: ['noaction'], messages: [] };
/** Failed, without saying why. */
export const FAILED: Verdict = { counts: ['ko'], messages: [] };
