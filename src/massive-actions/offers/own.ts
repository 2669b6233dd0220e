/** Actions of classes and of what lies below an ancestor, in the order of the list (massive-actions 2, 3). */
import * as catalog from '../../catalog/catalog.ts';
import { memberOf } from '../../catalog/lists.ts';
import { knowbaseRight, userRight } from '../../catalog/single-right-bits.ts';
import { CREATE, UNLOCK, UPDATE } from '../../rights/bits.ts';
import { type Audience, both, holds, type Offer, updates } from './offer.ts';

const central = ({ central: isCentral }: Audience): boolean => isCentral;
const creates =
  (itemtype: string) =>
  ({ canClass }: Audience): boolean =>
    canClass(catalog.itemtype(itemtype)!, CREATE);
const isIn =
  (list: string) =>
  ({ itemtype }: Audience): boolean =>
    memberOf(list, itemtype.name);
const ownItems = both(updates, ({ itemtype, ctx }) => itemtype.flags.maybeRecursive && severalEntities(ctx));

function severalEntities({ session }: Audience['ctx']): boolean {
  return (session.entities?.ids.length ?? 0) > 1;
}

/** Every class. */
const anyType: readonly Offer[] = [
  { key: 'ObjectLock:unlock', label: 'Unlock items', who: ({ itemtype, have }) => have(itemtype.right, UNLOCK) },
  { key: 'Appliance:add_item', label: 'Associate to an appliance', who: both(updates, isIn('appliance_types')) },
  { key: 'Item_Rack:delete', label: 'Remove from a rack', who: both(updates, isIn('rackable_types')) },
];

const addLicense: Offer = { key: 'Item_SoftwareLicense:add', label: 'Add a license', who: updates };
const linkArticle: Offer = {
  key: 'KnowbaseItem_Item:add',
  label: 'Link knowledgebase article',
  who: both(updates, ({ ctx }) => mayEditArticles(ctx)),
};
const connect: Offer = { key: 'Computer_Item:add', label: 'Connect', who: updates };
const disconnect: Offer = { key: 'Computer_Item:remove', label: 'Disconnect', who: updates };
const connectable: readonly Offer[] = [connect, disconnect, addLicense, linkArticle];

const mayEditArticles = ({ rights }: Audience['ctx']): boolean => rights.have('knowbase', knowbaseRight.administrate);

const itilUpdates = both(central, ({ itemtype, have }) => have(itemtype.right, UPDATE));
const itilActors = (name: string): readonly Offer[] => [
  { key: `${name}:add_actor`, label: 'Add an actor', who: itilUpdates },
  { key: `${name}:update_notif`, label: 'Set notifications for all actors', who: itilUpdates },
];

/** By class or ancestor; a class has its ancestors' actions first. */
export const ownOffers: Readonly<Record<string, readonly Offer[]>> = {
  CommonDBTM: anyType,
  CommonDropdown: [{ key: 'CommonDropdown:merge', label: 'Merge and assign to current entity', who: ownItems }],
  ITILTemplate: [{ key: 'ITILTemplate:merge', label: 'Merge and assign to current entity', who: ownItems }],
  CommonTreeDropdown: [{ key: 'CommonTreeDropdown:move_under', label: 'Move under', who: updates }],

  Appliance: [
    { key: 'Appliance_Item:add', label: 'Add an item', who: updates },
    { key: 'Appliance_Item:remove', label: 'Remove an item', who: updates },
    linkArticle,
  ],
  Calendar: [
    { key: 'Calendar:duplicate', label: 'Duplicate', who: updates },
    { key: 'Calendar:addholiday', label: 'Add a close time', who: updates },
  ],
  Certificate: [
    { key: 'Certificate:install', label: 'Associate certificate', who: updates },
    { key: 'Certificate:uninstall', label: 'Dissociate certificate', who: updates },
  ],
  Computer: [
    {
      key: 'Item_OperatingSystem:update',
      label: { singular: 'Operating system', plural: 'Operating systems', count: 0 },
      who: updates,
    },
    connect,
    { key: 'Item_SoftwareVersion:add', label: 'Install', who: updates },
    addLicense,
    linkArticle,
  ],
  Contact: [{ key: 'Contact_Supplier:add', label: 'Add a supplier', who: updates }],
  Contract: [
    { key: 'Contract_Item:add', label: 'Add an item', who: updates },
    { key: 'Contract_Item:remove', label: 'Remove an item', who: updates },
    { key: 'Contract_Supplier:add', label: 'Add a supplier', who: updates },
  ],
  CronTask: [{ key: 'CronTask:reset', label: 'Reset last run', who: updates }],
  Domain: [
    { key: 'Domain:install', label: 'Associate', who: updates },
    { key: 'Domain:uninstall', label: 'Dissociate', who: updates },
    { key: 'Domain:duplicate', label: 'Duplicate', who: updates },
  ],
  Group: [
    { key: 'Group_User:add', label: 'Add a user', who: updates },
    { key: 'Group_User:add_supervisor', label: 'Add a manager', who: updates },
    { key: 'Group_User:add_delegatee', label: 'Add a delegatee', who: updates },
    { key: 'Group_User:remove', label: 'Remove a user', who: updates },
  ],
  Monitor: connectable,
  NetworkEquipment: [addLicense, linkArticle],
  NetworkPortMigration: [
    { key: 'NetworkPortMigration:transform_to', label: 'Transform this network port to', who: updates },
  ],
  NotImportedEmail: [
    { key: 'NotImportedEmail:delete_email', label: 'Delete emails', who: updates },
    { key: 'NotImportedEmail:import_email', label: 'Import', who: updates },
  ],
  Notification: [
    { key: 'Notification:add_template', label: 'Add notification template', who: updates },
    { key: 'Notification:remove_all_template', label: 'Remove all notification templates', who: updates },
  ],
  Peripheral: connectable,
  Phone: connectable,
  Plugin: [
    { key: 'Plugin:install', label: 'Install', who: updates },
    { key: 'Plugin:uninstall', label: 'Uninstall', who: updates },
    { key: 'Plugin:enable', label: 'Enable', who: updates },
    { key: 'Plugin:disable', label: 'Disable', who: updates },
    { key: 'Plugin:clean', label: 'Clean', who: updates },
  ],
  Printer: connectable,
  QueuedNotification: [{ key: 'QueuedNotification:send', label: 'Send', who: updates }],
  Rule: [
    { key: 'Rule:move_rule', label: 'Move', who: updates },
    { key: 'Rule:export', label: 'Export' },
  ],
  SavedSearch: [
    { key: 'SavedSearch:unset_default', label: 'Unset as default' },
    { key: 'SavedSearch:change_count_method', label: 'Change count method' },
    { key: 'SavedSearch:change_visibility', label: 'Change visibility' },
    { key: 'SavedSearch:change_entity', label: 'Change entity' },
  ],
  Software: [
    { key: 'Software:compute_software_category', label: 'Recalculate the category', who: updates },
    linkArticle,
  ],
  SoftwareLicense: [{ key: 'Item_SoftwareLicense:add_item', label: 'Add an item', who: updates }],
  Supplier: [
    { key: 'Contact_Supplier:add', label: 'Add a contact', who: updates },
    { key: 'Contract_Supplier:add', label: 'Add a contract', who: updates },
  ],
  Unmanaged: [{ key: 'Unmanaged:convert', label: 'Convert', who: updates }],
  User: [
    { key: 'Group_User:add', label: 'Associate to a group', who: updates },
    { key: 'Group_User:remove', label: 'Dissociate from a group', who: updates },
    { key: 'Profile_User:add', label: 'Associate to a profile', who: updates },
    { key: 'Profile_User:remove', label: 'Dissociate from a profile', who: updates },
    { key: 'Group_User:change_group_user', label: 'Move to group', who: updates },
    {
      key: 'User:change_authtype',
      label: 'Change the authentication method',
      who: holds('user', userRight.updateAuthentication),
    },
    {
      key: 'User:force_user_ldap_update',
      label: 'Force synchronization',
      who: holds('user', userRight.updateAuthentication),
    },
    {
      key: 'User:clean_ldap_fields',
      label: 'Clean LDAP fields and force synchronisation',
      who: holds('user', userRight.updateAuthentication),
    },
  ],

  Ticket: [
    {
      key: 'Ticket:merge_as_followup',
      label: 'Merge as Followup',
      who: both(central, updates, ({ may }) => may.delete),
    },
    { key: 'Item_Ticket:add_item', label: 'Add an item', who: both(central, updates) },
    { key: 'ITILFollowup:add_followup', label: 'Add a new followup', who: both(central, creates('ITILFollowup')) },
    { key: 'Ticket:add_task', label: 'Add a new task', who: both(central, creates('TicketTask')) },
    {
      key: 'TicketValidation:submit_validation',
      label: 'Approval request',
      who: both(central, creates('TicketValidation')),
    },
    { key: 'Item_Ticket:delete_item', label: 'Remove an item', who: both(central, updates) },
    ...itilActors('Ticket'),
    { key: 'Ticket_Ticket:add', label: 'Link tickets', who: itilUpdates },
    { key: 'ProjectTask_Ticket:add', label: 'Link project task', who: itilUpdates },
    { key: 'Ticket:add_contract', label: 'Add contract', who: both(itilUpdates, holds('contract', UPDATE)) },
    { ...linkArticle, who: both(itilUpdates, ({ ctx }) => mayEditArticles(ctx)) },
    { key: 'Ticket:link_to_problem', label: 'Link to a problem', who: both(central, holds('problem', UPDATE)) },
    { key: 'Ticket:resolve_tickets', label: 'Resolve selected tickets', who: both(central, updates) },
  ],
  Problem: [
    { key: 'Problem:add_task', label: 'Add a new task', who: both(central, creates('ProblemTask')) },
    ...itilActors('Problem'),
  ],
  Change: itilActors('Change'),
};
