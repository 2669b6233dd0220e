/** Listings of sessions with fewer rights, other interfaces and languages, and of old names, when `../shared` is there. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { allAssets } from '../../src/catalog/all-assets.ts';
import { findItemtype } from '../../src/catalog/catalog.ts';
import type { LabelTranslator } from '../../src/catalog/label-forms.ts';
import { listRawSearchOptions, listSearchOptions } from '../../src/search/list-search-options.ts';
import type { RawSession } from '../../src/search/raw-options.ts';
import { openTranslations } from '../../src/text/translations.ts';
import { english } from './english.ts';

const shared = path.resolve(import.meta.dirname, '../../../shared');
const present = existsSync(shared);

interface Step {
  readonly path?: string;
  readonly query?: { readonly raw?: unknown };
  readonly expect: {
    readonly response: { readonly status: number; readonly json?: Readonly<Record<string, unknown>> };
  };
}

/** The answered listings of a recording: name of the type → body. */
function listings(recording: string): [string, unknown][] {
  if (!present) return [];
  const { steps } = JSON.parse(readFileSync(path.join(shared, 'conformance/recordings', recording), 'utf8'));
  return (steps as Step[])
    .filter(
      (step) => step.path?.startsWith('/listSearchOptions/') && !step.query && step.expect.response.status === 200,
    )
    .map((step) => [decodeURIComponent(step.path!.split('/')[2]!), step.expect.response.json]);
}

function session(have: RawSession['have'], activeInterface = 'central'): RawSession {
  return {
    have,
    interface: activeInterface,
    userId: 7,
    seesAllEntities: true,
    entities: [0],
    firstNameFirst: false,
  };
}

function listed(name: string, by: RawSession, translate: LabelTranslator = english): unknown {
  const listing = listSearchOptions({ ...findItemtype(name)!, session: by, translate });
  return JSON.parse(JSON.stringify(Object.fromEntries(listing)));
}

const withoutDomains = session((right) => right !== 'domain');

/** What the recorded helpdesk profile holds of the rights that listings ask for. */
const helpdesk = session((right, bits) => right === 'ticket' && (bits & 1) !== 0, 'helpdesk');

describe.skipIf(!present)('listings of recorded sessions (skipped without ../shared)', () => {
  const french = openTranslations(path.join(shared, 'locales')).in('fr_FR');

  it.each(listings('items-read/search-options/search-options-for-luc.json'))('French: %s', (name, body) => {
    expect(listed(name, withoutDomains, french)).toEqual(body);
  });

  it.each(listings('items-read/search-options/search-options-for-tech.json'))('technician: %s', (name, body) => {
    expect(listed(name, withoutDomains)).toEqual(body);
  });

  it.each(listings('items-read/search-options/search-options-for-post-only.json'))('helpdesk: %s', (name, body) => {
    expect(listed(name, helpdesk)).toEqual(body);
  });

  it.each(listings('search/unions/old-names-of-types.json'))('old name: %s', (name, body) => {
    expect(
      listed(
        name,
        session(() => true),
      ),
    ).toEqual(body);
  });

  it('all assets', () => {
    const file = path.join(shared, 'contract/10.0.19/searchoptions/AllAssets.json');
    const { internal, internalOrder } = JSON.parse(readFileSync(file, 'utf8'));
    const raw = listRawSearchOptions({ itemtype: allAssets, session: session(() => true), translate: english });
    expect([...raw.keys()]).toEqual(internalOrder);
    const actual = JSON.parse(JSON.stringify(Object.fromEntries(raw)));
    for (const key of internalOrder) expect({ [key]: actual[key] }).toEqual({ [key]: internal[key] });
  });
});
