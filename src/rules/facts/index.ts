/** Criteria and actions of every kind of rules. */
import { byWord } from '../../catalog/by-word.ts';
import { asset, right, softwareCategory } from './assets-and-users.ts';
import { dictionaries } from './dictionaries.ts';
import type { RuleFacts } from './fields.ts';
import { importAsset, importComputer, importEntity, location, mailCollector } from './imports.ts';
import { olaLevel, slaLevel, ticket } from './ticket.ts';

const kinds: Readonly<Record<string, RuleFacts>> = {
  RuleTicket: ticket,
  RuleAsset: asset,
  RuleRight: right,
  RuleSoftwareCategory: softwareCategory,
  RuleImportAsset: importAsset,
  RuleImportComputer: importComputer,
  RuleImportEntity: importEntity,
  RuleLocation: location,
  RuleMailCollector: mailCollector,
  SlaLevel: slaLevel,
  OlaLevel: olaLevel,
  ...Object.fromEntries(Object.entries(dictionaries).map(([name, each]) => [`RuleDictionnary${name}`, each])),
};

/** Rows name kinds, criteria and fields in whatever words they like. */
const facts = byWord<RuleFacts>(
  Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      { ...kind, criteria: byWord(kind.criteria), actions: byWord(kind.actions) },
    ]),
  ),
);

/** A kind without fields: `Rule` itself, or one that this GLPI doesn't know. */
const unknown: RuleFacts = { criteria: byWord({}), actions: byWord({}) };

/** The fields of a kind of rules, by the name of its class. */
export const ruleFacts = (subType: string): RuleFacts => facts[subType] ?? unknown;
