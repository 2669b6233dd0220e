/** Actions that classes, or all below an ancestor, never offer although their kind would (massive-actions 2). */
import { DELETE, PURGE } from '../../rights/bits.ts';
import type { Audience } from './offer.ts';

const update = 'MassiveAction:update';
const clone = 'MassiveAction:clone';
const remove = ['MassiveAction:delete', 'MassiveAction:purge', 'MassiveAction:restore'];
const loosen = ['CommonDBConnexity:unaffect', 'CommonDBConnexity:affect'];
const merge = 'CommonDropdown:merge';

/** Classes whose rows nobody changes by their columns. */
const fixedClasses = [
  'Appliance_Item',
  'AuthLdapReplicate',
  'CalendarSegment',
  'Calendar_Holiday',
  'Cartridge',
  'CartridgeItem_PrinterModel',
  'Certificate_Item',
  'ChangeValidation',
  'Change_Item',
  'Change_Problem',
  'Change_Ticket',
  'Computer_Item',
  'Consumable',
  'Contact_Supplier',
  'Contract_Item',
  'Contract_Supplier',
  'Document_Item',
  'DropdownTranslation',
  'IPNetwork_Vlan',
  'ITILTemplateField',
  'Item_Cluster',
  'Item_DeviceCamera_ImageFormat',
  'Item_DeviceCamera_ImageResolution',
  'Item_Problem',
  'Item_Project',
  'Item_Rack',
  'Item_RemoteManagement',
  'Item_Ticket',
  'Itil_Project',
  'KnowbaseItemTranslation',
  'KnowbaseItem_Item',
  'KnowbaseItem_KnowbaseItemCategory',
  'LevelAgreementLevel',
  'Link_Itemtype',
  'Lockedfield',
  'NetworkPort_Vlan',
  'NotificationTemplateTranslation',
  'OlaLevelAction',
  'OlaLevelCriteria',
  'PDU_Rack',
  'Plugin',
  'Problem_Ticket',
  'Profile',
  'Profile_User',
  'ProjectTaskTeam',
  'ProjectTask_Ticket',
  'ProjectTeam',
  'QueuedNotification',
  'ReminderTranslation',
  'RuleAction',
  'RuleCriteria',
  'SavedSearch',
  'SlaLevelAction',
  'SlaLevelCriteria',
  'TicketValidation',
];

/** Besides `MassiveAction:update` of the above. */
const others: Readonly<Record<string, readonly string[]>> = {
  CommonDBRelation: [clone],
  Calendar: [merge],
  CronTask: remove,
  Entity: [...remove, merge],
  CommonImplicitTreeDropdown: ['CommonTreeDropdown:move_under'],
  ITILTemplate: [merge],
  ITILTemplateField: [clone],
  Item_Cluster: loosen,
  Item_Rack: loosen,
  LevelAgreementLevel: ['Rule:export'],
  Lockedfield: [clone],
  PDU_Rack: loosen,
  Pdu_Plug: loosen,
  Plugin: [clone, ...remove],
  Profile: [clone],
  SavedSearch: [clone],
  SlaLevel: [clone],
};

const fixed = new Set(fixedClasses);

/** Without one of the bits of a right, these aren't offered although the class would let one do it to some items. */
const withoutRight: Readonly<
  Record<string, { readonly right: string; readonly bits: number; readonly keys: readonly string[] }>
> = {
  Ticket: { right: 'ticket', bits: DELETE | PURGE, keys: remove },
};

/** Keys that are never offered to an audience. */
export function forbiddenFor({ itemtype, have }: Audience): readonly string[] {
  return [itemtype.name, ...itemtype.ancestors].flatMap((name) => {
    const unless = withoutRight[name];
    return [
      ...(fixed.has(name) ? [update] : []),
      ...(others[name] ?? []),
      ...(unless && !have(unless.right, unless.bits) ? unless.keys : []),
    ];
  });
}
