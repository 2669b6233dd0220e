/** Every fact and listing against the reference's, when `../shared` is there. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as catalog from '../../src/catalog/catalog.ts';
import { classWithoutTable } from '../../src/catalog/classes-without-table.ts';
import type { Itemtype, LogActions } from '../../src/catalog/model.ts';
import { listRawSearchOptions, listSearchOptions, type OptionListing } from '../../src/search/list-search-options.ts';
import type { RawSession } from '../../src/search/raw-options.ts';
import { english } from './english.ts';

const contract = path.resolve(import.meta.dirname, '../../../shared/contract/10.0.19');
const present = existsSync(contract);

// biome-ignore lint/suspicious/noExplicitAny: facts of another program
type Facts = any;

const read = (file: string): Facts => JSON.parse(readFileSync(path.join(contract, file), 'utf8'));

const superAdmin: RawSession = {
  have: () => true,
  interface: 'central',
  userId: 2,
  seesAllEntities: true,
  entities: [0],
  firstNameFirst: false,
};

describe.skipIf(!present)('catalog against the contract (skipped without ../shared)', () => {
  const expected: Record<string, Facts> = present ? read('itemtypes.json') : {};

  it('declares exactly the reference’s itemtypes', () => {
    expect(catalog.all().map((type) => type.name)).toEqual(Object.keys(expected).sort());
  });

  it.each(Object.keys(expected))('%s: facts', (name) => {
    const type = catalog.itemtype(name)!;
    expect(actualFacts(type)).toEqual(expectedFacts(expected[name]));
  });

  it.each(Object.keys(expected))('%s: listings', (name) => {
    const found = catalog.findItemtype(name)!;
    const request = { ...found, session: superAdmin, translate: english };
    const { clean, cleanOrder, raw, rawOrder } = read(`searchoptions/${name.replaceAll('\\', '.')}.json`);
    const cleanListing = listSearchOptions(request);
    const rawListing = listRawSearchOptions(request);
    expect([...cleanListing.keys()]).toEqual(cleanOrder ?? []);
    expect(asJson(cleanListing)).toEqual(clean);
    expect([...rawListing.keys()]).toEqual(rawOrder ?? []);
    expect(asJson(rawListing)).toEqual(raw);
  });

  it('knows the classes without rows', () => {
    const { abstract, withoutTable } = read('itemtypes-other.json');
    for (const name of [...Object.keys(abstract), ...Object.keys(withoutTable)]) {
      expect(catalog.isKnownClass(name)).toBe(true);
      expect(catalog.findItemtype(name)).toBeUndefined();
    }
  });

  it.each(['IPNetmask', 'NetworkPortInstantiation', 'NetworkPortMigration', 'NotificationSettingConfig', 'PurgeLogs'])(
    '%s, which has no table: listings',
    (name) => {
      const request = { itemtype: classWithoutTable(name)!, session: superAdmin, translate: english };
      const { clean, raw } = read(`searchoptions/${name}.json`);
      expect(asJson(listSearchOptions(request))).toEqual(clean);
      expect(asJson(listRawSearchOptions(request))).toEqual(raw);
    },
  );
});

function asJson(listing: OptionListing): unknown {
  return listing.size === 0 ? [] : JSON.parse(JSON.stringify(Object.fromEntries(listing)));
}

function actualFacts(type: Itemtype) {
  const { flags, child, relation, ...rest } = type;
  return {
    table: rest.table,
    collectionTable: rest.collectionTable,
    right: rest.right,
    label: [rest.label.singular, rest.label.plural],
    foreignKey: rest.foreignKey,
    indexName: rest.indexName,
    nameField: rest.nameField,
    completenameField: rest.completenameField,
    ancestors: rest.ancestors,
    traits: rest.traits,
    flags,
    lists: [rest.historyBlacklist, rest.nonLoggedFields, rest.forwardEntityTo, rest.undisclosedFields],
    cloneRelations: rest.cloneRelations,
    child,
    relation,
    keepsEntity: rest.disableAutoEntityForwarding,
    links: rest.links,
    rights: rest.rights,
    rightsPerInterface: rest.rightsPerInterface,
    emptyValues: rest.emptyValues,
    itilLinks: rest.itilLinks,
    levelAgreement: rest.levelAgreement,
    levelParent: rest.levelParent,
  };
}

function expectedFacts(facts: Facts) {
  const { flags, child, relation, connexity, instanceProperties: own = {}, otherStatics: statics = {} } = facts;
  return {
    table: facts.table,
    collectionTable: facts.collectionTable,
    right: facts.rightname,
    label: facts.typeName,
    foreignKey: facts.foreignKey,
    indexName: facts.indexName,
    nameField: facts.nameField,
    completenameField: facts.completenameField ?? undefined,
    ancestors: facts.ancestors,
    traits: facts.traits,
    flags: expectedFlags(flags),
    lists: [facts.historyBlacklist, facts.nonLoggedFields, facts.forwardEntityTo, facts.undisclosedFields],
    cloneRelations: facts.cloneRelations ?? [],
    child: child && {
      itemtype: child.itemtype,
      itemsId: child.items_id,
      check: child.checkParentRights,
      mustBeAttached: child.mustBeAttached,
      logsForParent: child.logs_for_parent,
      logActions: logActions(child, 'log_history'),
    },
    relation: relation && {
      side1: expectedSide(relation, 1),
      side2: expectedSide(relation, 2),
      checkEntityCoherency: relation.check_entity_coherency,
    },
    keepsEntity: connexity?.disableAutoEntityForwarding,
    links: facts.links,
    rights: facts.rights ?? {},
    rightsPerInterface: facts.rightsPerInterface,
    emptyValues: expectedEmptyValues(facts.emptyFields),
    itilLinks: own.userlinkclass && {
      user: own.userlinkclass,
      group: own.grouplinkclass,
      supplier: own.supplierlinkclass,
    },
    levelAgreement: statics.levelclass && {
      level: statics.levelclass,
      ticketLevel: statics.levelticketclass,
      prefix: statics.prefix,
      ticketPrefix: statics.prefixticket,
    },
    levelParent: statics.parentclass && { itemtype: statics.parentclass, itemsId: statics.fkparent },
  };
}

/** The flags that engines ask for. */
function expectedFlags(flags: Facts) {
  const asked = Object.keys(catalog.all()[0]!.flags).map((flag) => [flag, flags[flag] ?? false]);
  return Object.fromEntries(asked);
}

function expectedSide(relation: Facts, side: 1 | 2) {
  return {
    itemtype: relation[`itemtype_${side}`],
    itemsId: relation[`items_id_${side}`],
    check: relation[`checkItem_${side}_Rights`],
    mustBeAttached: relation[`mustBeAttached_${side}`],
    logs: relation[`logs_for_item_${side}`],
    takeEntity: relation[`take_entity_${side}`],
    logActions: logActions(relation, `log_history_${side}`),
  };
}

function logActions(facts: Facts, prefix: string): LogActions {
  const names = ['add', 'update', 'delete', 'lock', 'unlock'] as const;
  return Object.fromEntries(names.map((name) => [name, facts[`${prefix}_${name}`]]));
}

/** Fields that start with a value; the session's user was 2, and every entity field starts with the active one. */
function expectedEmptyValues(fields: Facts) {
  const entries = Object.entries(fields).filter(
    ([name, value]) => value !== '' && !(name === 'entities_id' && value === 0),
  );
  return Object.fromEntries(
    entries.map(([name, value]) => [name, name === 'users_id' && value === 2 ? '<me>' : value]),
  );
}
