/** The body of `GET listSearchOptions/:itemtype` (search 3). */
import type { DeprecatedItemtype } from '../catalog/deprecated.ts';
import { type LabelTranslator, translatedLabel, translatedText } from '../catalog/label-forms.ts';
import type { Itemtype, SearchOption, SearchOptionEntry, SearchOptionGroup } from '../catalog/model.ts';
import { optionUid } from '../catalog/option-uid.ts';
import { entriesFor } from '../catalog/search-options.ts';
import { searchTypesOf } from '../catalog/search-types.ts';
import { type RawSession, rawComputation, rawJoin } from './raw-options.ts';

/** Keys (option ids and headings) and what is listed for them, in order. */
export type OptionListing = ReadonlyMap<string, unknown>;

export interface ListingRequest {
  readonly itemtype: Itemtype;
  /** The old name that the request gave. */
  readonly deprecated?: DeprecatedItemtype | undefined;
  readonly session: RawSession;
  readonly translate: LabelTranslator;
}

/** The clean listing (search 3.2). No right is asked for. */
export function listSearchOptions(request: ListingRequest): OptionListing {
  const { itemtype, deprecated, session, translate } = request;
  const listing = new Map<string, unknown>();
  for (const entry of entriesFor(itemtype, session)) {
    if (isRemoved(entry, deprecated)) continue;
    if ('group' in entry) listing.set(entry.group, { name: translatedLabel(entry, translate) });
    else listing.set(String(entry.id), cleanOption(request, entry));
  }
  return listing;
}

/** The raw listing: the options with every attribute (search 3.5). */
export function listRawSearchOptions(request: ListingRequest): OptionListing {
  const { itemtype, deprecated, session, translate } = request;
  const listing = new Map<string, unknown>();
  for (const entry of entriesFor(itemtype, session)) {
    if (isRemoved(entry, deprecated)) continue;
    if ('group' in entry) listing.set(entry.group, rawGroup(entry, translate));
    else listing.set(String(entry.id), rawOption(request, entry));
  }
  return listing;
}

function isRemoved(entry: SearchOptionEntry, deprecated: DeprecatedItemtype | undefined): boolean {
  const key = 'group' in entry ? entry.group : entry.id;
  return deprecated?.searchOptions.removed.includes(key) ?? false;
}

function cleanOption({ itemtype, deprecated, translate }: ListingRequest, option: SearchOption) {
  const clean = {
    name: translatedLabel(option, translate),
    table: option.table,
    field: option.field,
    datatype: option.datatype ?? '',
    nosearch: option.nosearch ?? false,
    nodisplay: option.nodisplay ?? false,
    available_searchtypes: searchTypesOf(option),
    uid: optionUid(itemtype, option),
  };
  if (!deprecated?.table) return clean;
  const change = deprecated.searchOptions.changed[option.id];
  const table = change?.table ?? (option.table === itemtype.table ? deprecated.table : option.table);
  return {
    ...clean,
    table,
    uid: change?.uid ? `${deprecated.name}.${change.uid}` : clean.uid.replace(itemtype.name, deprecated.name),
    ...(change?.label && { name: translatedText(change.label, translate) }),
    ...(change?.field && { field: change.field }),
    ...(change?.datatype && { datatype: change.datatype }),
    ...(change && { available_searchtypes: change.searchtypes }),
  };
}

function rawGroup(group: SearchOptionGroup, translate: LabelTranslator) {
  const name = translatedLabel(group, translate);
  return group.plain ? name : { name };
}

function rawOption({ itemtype, deprecated, session, translate }: ListingRequest, option: SearchOption) {
  const { id, label, labelSource, needs, extra, computation, datafields, joinparams, ...shown } = option;
  const table = deprecated?.table && option.table === itemtype.table ? deprecated.table : option.table;
  return {
    ...shown,
    table,
    name: translatedLabel(option, translate),
    ...(computation && { computation: rawComputation(computation, session) }),
    ...(datafields && { datafields: numberedFromOne(datafields) }),
    joinparams: rawJoin(joinparams, session),
    ...translatedExtras(extra ?? {}, translate),
  };
}

/** The raw listing counts these columns from 1. */
function numberedFromOne(columns: readonly string[]): Record<number, string> {
  return Object.fromEntries(columns.map((column, index) => [index + 1, column]));
}

/** Attributes whose texts the web pages show. */
function translatedExtras(extra: NonNullable<SearchOption['extra']>, translate: LabelTranslator) {
  const { toadd, emptylabel } = extra;
  return {
    ...extra,
    ...(isTexts(toadd) && { toadd: translatedValues(toadd, translate) }),
    ...(typeof emptylabel === 'string' && { emptylabel: translatedText(emptylabel, translate) }),
  };
}

type Texts = Readonly<Record<string, unknown>> | readonly unknown[];

function isTexts(value: unknown): value is Texts {
  return typeof value === 'object' && value !== null;
}

function translatedValues(values: Texts, translate: LabelTranslator): Texts {
  const translated = (value: unknown) => (typeof value === 'string' ? translatedText(value, translate) : value);
  if (Array.isArray(values)) return values.map(translated);
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, translated(value)]));
}
