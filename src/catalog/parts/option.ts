/** Search options as declarations write them. */
import type { JoinParams, OptionCondition, SearchOption } from '../model.ts';
import type { Label } from './labels.ts';

/** Attributes by their name in the raw listing; those the model has no field for land in `extra`. */
export type Attributes = Partial<Omit<SearchOption, 'id' | 'label' | 'labelSource' | 'extra' | 'joinparams'>> & {
  readonly joinparams?: JoinParams;
  /** Spellings of the raw listing that differ from the model's. */
  readonly raw?: Readonly<Record<string, unknown>>;
  readonly [attribute: string]: unknown;
};

/** An option whose missing table is the type's own. */
export interface OptionDeclaration {
  readonly id: number;
  readonly label: Label;
  readonly table?: string;
  readonly field: string;
  readonly attributes: Attributes;
}

export interface GroupDeclaration {
  readonly group: string;
  readonly label: Label;
  readonly plain?: boolean;
  readonly needs?: readonly OptionCondition[];
}

export type EntryDeclaration = OptionDeclaration | GroupDeclaration;

/** A column of the type's own table. An empty datatype is none. */
export function own(
  id: number,
  label: Label,
  field: string,
  datatype: string,
  ...attributes: readonly Attributes[]
): OptionDeclaration {
  return { id, label, field, attributes: Object.assign({}, datatype && { datatype }, ...attributes) };
}

/** A column of another table. */
export function of(
  table: string,
  id: number,
  label: Label,
  field: string,
  datatype: string,
  ...attributes: readonly Attributes[]
): OptionDeclaration {
  return { ...own(id, label, field, datatype, ...attributes), table };
}

/** A heading between options. */
export function heading(
  group: string,
  label: Label,
  facts: Omit<GroupDeclaration, 'group' | 'label'> = {},
): GroupDeclaration {
  return { group, label, ...facts };
}

/** Lets a block exist only for sessions that hold one of the bits of each right (search 4.4). */
export function onlyWith(
  conditions: readonly OptionCondition[],
  entries: readonly EntryDeclaration[],
): readonly EntryDeclaration[] {
  return entries.map((entry) =>
    'group' in entry
      ? { ...entry, needs: conditions }
      : { ...entry, attributes: { ...entry.attributes, needs: conditions } },
  );
}
