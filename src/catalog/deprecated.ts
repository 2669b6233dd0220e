/** Old names of types that clients still use. */

export interface DeprecatedItemtype {
  readonly name: string;
  readonly currentType: string;
}

export const deprecatedItemtypes: ReadonlyMap<string, DeprecatedItemtype> = new Map();
