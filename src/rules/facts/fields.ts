/** What criteria and actions of rules are about (rules 4 to 8.4). */

/** Values of a field that aren't plain text: ids of a table, or one of the kinds that GLPI shows by a label. */
export type Values =
  | `glpi_${string}`
  | 'users'
  | 'yesno'
  | 'urgency'
  | 'impact'
  | 'priority'
  | 'status'
  | 'ticketType'
  | 'validation'
  | 'itemtype'
  | 'management'
  | 'authtype'
  | 'inventoryLink'
  | 'itemtypes'
  | 'percent';

/** English label of a field; with its values where they aren't plain text. */
export type Field = string | readonly [label: string, values: Values];

export type Fields = Readonly<Record<string, Field>>;

/** Criteria and actions of one kind of rules. */
export interface RuleFacts {
  readonly criteria: Fields;
  readonly actions: Fields;
  /** English names of conditions that only rules of this kind know. */
  readonly conditions?: Readonly<Record<number, string>>;
}

export const fieldLabel = (field: Field): string => (typeof field === 'string' ? field : field[0]);

export const fieldValues = (field: Field | undefined): Values | undefined =>
  field === undefined || typeof field === 'string' ? undefined : field[1];
