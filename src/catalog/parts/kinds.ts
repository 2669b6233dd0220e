/**
 * Kinds of itemtypes: what all heirs of an ancestor class have in common. Each kind is a function that declares one
 * itemtype; what it says may be overridden by the declaration's own facts.
 */
import {
  deviceBase,
  dropdownBase,
  itemBase,
  itemDeviceBase,
  noBase,
  relationBase,
  ruleBase,
  treeBase,
} from './base-options.ts';
import { type Declaration, type Facts, merge } from './facts.ts';
import {
  entityAssigned,
  formless,
  historized,
  inEntities,
  lockedWhenDynamic,
  not,
  privatable,
  recursive,
  silent,
  translatable,
  trashable,
} from './flags.ts';
import { anyItem, childOf, owner, side } from './links.ts';
import {
  clonable,
  inCalDav,
  planned,
  withImages,
  withKanban,
  withParentStatus,
  withTeam,
  withTimeline,
} from './traits.ts';

/** Declares one itemtype of a kind. */
export type Kind = (name: string, label: Declaration['label'], facts?: Facts) => Declaration;

/** A kind: facts for all its types, more that follow from the name where need be. */
function kind(parent: Facts, ownFacts: Facts & { readonly class?: string }, byName?: (name: string) => Facts): Kind {
  const shared = inherit(parent, ownFacts);
  return (name, label, facts = {}) => ({
    name,
    label,
    facts: merge(byName ? merge(shared, byName(name)) : shared, facts),
  });
}

function inherit(parent: Facts, { class: className, ...facts }: Facts & { readonly class?: string }): Facts {
  const ancestors = className ? [className, ...(parent.ancestors ?? [])] : parent.ancestors;
  return { ...merge(parent, facts), ...(ancestors && { ancestors }) };
}

const anyType: Facts = { ancestors: ['CommonDBTM'], base: itemBase };
const connexity: Facts = inherit(anyType, { class: 'CommonDBConnexity', traits: [clonable] });
const childType: Facts = inherit(connexity, { class: 'CommonDBChild', flags: [historized] });
const relationType: Facts = inherit(connexity, {
  class: 'CommonDBRelation',
  flags: [formless],
  base: relationBase,
});
const dropdownType: Facts = inherit(anyType, {
  class: 'CommonDropdown',
  traits: [withImages],
  flags: [historized, translatable],
  right: 'dropdown',
  base: dropdownBase,
});
const ruleType: Facts = inherit(anyType, {
  class: 'Rule',
  table: 'glpi_rules',
  traits: [clonable],
  flags: [historized],
  cloneRelations: ['RuleAction', 'RuleCriteria'],
  emptyValues: { is_active: 0 },
  base: ruleBase,
});
const ruleCollectionType: Facts = inherit(anyType, {
  class: 'RuleCollection',
  table: 'glpi_rules',
  flags: [recursive],
});
const dictionaryRight = 'rule_dictionnary_dropdown';

/** A type of its own. */
export const item = kind({}, anyType);
/** A row that belongs to one parent. */
export const child = kind({}, childType);
/** A link between two items. */
export const relation = kind({}, relationType);

/** A flat list of values. */
export const dropdown = kind({}, dropdownType);
/** A tree of values. */
export const treeDropdown = kind(dropdownType, {
  class: 'CommonTreeDropdown',
  completenameField: 'completename',
  flags: [inEntities],
  base: treeBase,
});
/** A tree whose nesting follows from the values. */
export const implicitTree = kind(
  inherit(dropdownType, { class: 'CommonTreeDropdown', completenameField: 'completename', base: treeBase }),
  { class: 'CommonImplicitTreeDropdown', flags: [inEntities] },
);
/** Types of assets and documents. */
export const assetType = kind(dropdownType, { class: 'CommonType' });
/** Types of components. */
export const deviceType = kind(inherit(dropdownType, { class: 'CommonType' }), { class: 'CommonDeviceType' });
/** Models of components. */
export const deviceModel = kind(dropdownType, {
  class: 'CommonDeviceModel',
  has: ['product_number'],
});
/** Models of assets that go into racks. */
export const rackableModel = kind(dropdownType, {
  class: 'CommonDCModelDropdown',
  has: ['product_number'],
});

/** Components as they are bought. */
export const device = kind(
  dropdownType,
  {
    class: 'CommonDevice',
    right: 'device',
    nameField: 'designation',
    flags: [inEntities, not(translatable)],
    base: deviceBase,
  },
  (name) => ({ forwardEntityTo: [`Item_${name}`, 'Infocom'] }),
);
/** Components as they are built into an item. */
export const itemDevice = kind(
  relationType,
  {
    class: 'Item_Devices',
    flags: [not(formless), inEntities, trashable, lockedWhenDynamic, historized],
    forwardEntityTo: ['Infocom'],
    base: itemDeviceBase,
  },
  (name) => ({
    relation: [
      side(anyItem, { mustBeAttached: false, logActions: { add: 1, update: 2, delete: 3, lock: 8, unlock: 9 } }),
      owner(name.replace('Item_', ''), { mustBeAttached: false, logs: false }),
    ],
  }),
);

/** Tickets, problems and changes. */
export const itilObject = kind(anyType, {
  class: 'CommonITILObject',
  traits: [clonable, withKanban, withTeam, withTimeline],
  flags: [entityAssigned, trashable, historized],
  helpdeskSearch: { closedOptions: [64] },
  base: noBase,
});
/** Actors of an ITIL object. */
export const itilActor = kind(relationType, { class: 'CommonITILActor', flags: [silent] });
/** Items an ITIL object is about. */
export const itilItem = kind(relationType, { class: 'CommonItilObject_Item', base: noBase });
export const itilCost = kind(childType, { class: 'CommonITILCost', flags: [inEntities], base: noBase });
export const itilTask = kind(anyType, {
  class: 'CommonITILTask',
  traits: [inCalDav, planned, withParentStatus],
  right: 'task',
  nameField: 'id',
  flags: [privatable, silent],
});
export const itilValidation = kind(childType, {
  class: 'CommonITILValidation',
  flags: [not(historized), inEntities, silent],
  base: noBase,
});
/** Predefined forms of ITIL objects, and what they hide, demand and fill in. */
export const itilTemplate = kind(
  dropdownType,
  { class: 'ITILTemplate', traits: [clonable], right: 'itiltemplate', flags: [inEntities, not(translatable)] },
  (name) => ({ cloneRelations: ['Hidden', 'Mandatory', 'Predefined'].map((field) => `${name}${field}Field`) }),
);
export const itilTemplateField = kind(
  inherit(childType, { class: 'ITILTemplateField' }),
  { flags: [inEntities] },
  (name) => {
    const [, template = '', field = ''] = /^(\w+)(Hidden|Mandatory|Predefined)Field$/.exec(name) ?? [];
    const { ancestors = [] } = inherit(childType, { class: 'ITILTemplateField' });
    return { ancestors: [`ITILTemplate${field}Field`, ...ancestors], child: childOf(template) };
  },
);
/** Prepared followups, tasks and solutions. */
export const childTemplate = kind(dropdownType, { class: 'AbstractITILChildTemplate', flags: [inEntities] });
/** Tickets and changes that are made again and again. */
export const recurrent = kind(dropdownType, {
  class: 'CommonITILRecurrent',
  traits: [clonable],
  flags: [inEntities, not(translatable)],
});
export const levelAgreement = kind(childType, { class: 'LevelAgreement', right: 'slm', flags: [inEntities] });
/** Escalation levels: rules of their own kind and table. */
export const levelAgreementLevel = kind(
  inherit(ruleType, { class: 'RuleTicket', right: 'slm', flags: [inEntities], base: noBase }),
  { class: 'LevelAgreementLevel' },
);

/** Names that resolve in a domain. */
export const fqdnLabel = kind(childType, { class: 'FQDNLabel', flags: [entityAssigned] });
/** What makes a network port an Ethernet, wifi … one; shares the port's key. */
export const portInstantiation = kind(childType, {
  class: 'NetworkPortInstantiation',
  indexName: 'networkports_id',
  nameField: 'id',
  flags: [not(historized), inEntities, silent],
  child: childOf('NetworkPort'),
});
/** The old name of sockets. */
export const socketAlias = kind(childType, { class: 'Glpi\\Socket', table: 'glpi_sockets' });

/** Things shown to chosen users, groups, profiles and entities. */
export const visibleItem = kind(anyType, { class: 'CommonDBVisible', flags: [historized] });

/** Recipients of notifications about a class. */
const notificationTargetType: Facts = inherit(childType, {
  class: 'NotificationTarget',
  table: 'glpi_notificationtargets',
  flags: [inEntities],
  child: childOf('Notification'),
});
export const notificationTarget = kind({}, notificationTargetType);
export const itilNotificationTarget = kind(notificationTargetType, { class: 'NotificationTargetCommonITILObject' });
/** Ways of sending: rows of the configuration. */
export const notificationSetting = kind(anyType, {
  class: 'NotificationSetting',
  table: 'glpi_configs',
  right: 'config',
});

/** Rules of one purpose share a table. */
export const rule = kind({}, ruleType);
export const ruleCollection = kind({}, ruleCollectionType);
/** Rules that unify the values of a dropdown. */
export const dictionaryRule = kind(ruleType, { class: 'RuleDictionnaryDropdown', right: dictionaryRight });
export const dictionaryRuleCollection = kind(ruleCollectionType, {
  class: 'RuleDictionnaryDropdownCollection',
  right: dictionaryRight,
});
/** Parts of the rules of escalation levels. */
export const levelAction = kind(childType, { class: 'RuleAction', flags: [inEntities, silent], base: noBase });
export const levelCriteria = kind(childType, { class: 'RuleCriteria', flags: [inEntities, silent], base: noBase });
