import type { Itemtype } from '../../catalog/model.ts';
import type { Context } from '../../context.ts';
import { CREATE, DELETE, PURGE, UPDATE } from '../../rights/bits.ts';

/** Whom and what actions are offered for: a session, and all items of a type. */
export interface Audience {
  readonly ctx: Context;
  readonly itemtype: Itemtype;
  /** The session works in the central interface. */
  readonly central: boolean;
  /** Rights of the class, not of an item. */
  readonly may: {
    readonly create: boolean;
    readonly update: boolean;
    readonly delete: boolean;
    readonly purge: boolean;
  };
  /** Any of `bits` of a right of the profile. */
  have(right: string, bits: number): boolean;
  /** A right of another class, by its name. */
  canClass(itemtype: Itemtype, operation: typeof CREATE | typeof UPDATE): boolean;
}

/** An action in an itemtype's list. */
export interface Offer {
  readonly key: string;
  /** English text of the label, or a counted one. */
  readonly label: string | { readonly singular: string; readonly plural: string; readonly count: number };
  /** Who is offered it; absent: everybody. */
  readonly who?: (audience: Audience) => boolean;
}

/** Binds the session's rights on a class. */
export function audienceOf(ctx: Context, itemtype: Itemtype): Audience {
  const { rights } = ctx;
  return {
    ctx,
    itemtype,
    central: rights.interface === 'central',
    may: {
      create: rights.canClass(itemtype, CREATE),
      update: rights.canClass(itemtype, UPDATE),
      delete: rights.canClass(itemtype, DELETE),
      purge: rights.canClass(itemtype, PURGE),
    },
    have: (right, bits) => rights.have(right, bits),
    canClass: (type, operation) => rights.canClass(type, operation),
  };
}

/** A label in the session's language: buttons have texts of their own in some. */
export function labelOf({ translate }: Context, label: Offer['label']): string {
  if (typeof label !== 'string') return translate.plural(label.singular, label.plural, label.count);
  const button = translate.context('button', label);
  return button === label ? translate(label) : button;
}

/** Conditions that several offers share. */
export const updates = ({ may }: Audience): boolean => may.update;
export const both =
  (...conditions: readonly ((audience: Audience) => boolean)[]) =>
  (audience: Audience): boolean =>
    conditions.every((holds) => holds(audience));
export const holds =
  (right: string, bits: number) =>
  (audience: Audience): boolean =>
    audience.have(right, bits);
