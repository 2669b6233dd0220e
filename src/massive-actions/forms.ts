/** The fields of the actions' forms, as far as `getMassiveActionParameters` knows them (massive-actions 1.2). */

/** A field: an input of the given type, a `dropdown`, or a `text` of several lines. */
export interface FormField {
  readonly name: string;
  readonly type: string;
}

/** Fields; or `nothing`: an answer without a body. */
export type Form = readonly FormField[] | 'nothing';

const field = (name: string, type: string): FormField => ({ name, type });
const dropdown = (...names: readonly string[]): readonly FormField[] => names.map((name) => field(name, 'dropdown'));
const text = (name: string): FormField => field(name, 'text');
const submit = (name = 'massiveaction'): FormField => field(name, 'submit');

const actors = dropdown('actortype');
const notify = dropdown('use_notification');
const document = dropdown('_rubdoc');
const contract = dropdown('peer_contracts_id');
const appliance = dropdown('peer_appliances_id');
const anyPeer = dropdown('peer_itemtype');

/** Forms with something to fill in; actions that aren't here have none. */
export const forms: Readonly<Record<string, Form>> = {
  'MassiveAction:clone': [field('nb_copy', 'number')],
  'MassiveAction:amend_comment': [text('amendment')],
  'MassiveAction:add_note': [text('add_note')],
  'Appliance:add_item': dropdown('appliances_id'),
  'Appliance_Item:add': appliance,
  'Appliance_Item:remove': appliance,
  'Calendar:addholiday': dropdown('holidays_id'),
  'Calendar:duplicate': dropdown('entities_id'),
  'Change:add_actor': actors,
  'Change:update_notif': notify,
  'CommonTreeDropdown:move_under': [submit()],
  'Computer_Item:add': dropdown('peer_computers_id'),
  'Contact_Supplier:add': 'nothing',
  'Contract_Item:add': contract,
  'Contract_Item:remove': contract,
  'Contract_Supplier:add': 'nothing',
  'Document_Item:add': document,
  'Document_Item:remove': document,
  'Document_Item:add_item': anyPeer,
  'Document_Item:remove_item': anyPeer,
  'Domain:duplicate': dropdown('entities_id'),
  'Domain:install': dropdown('typeitem'),
  'Domain:uninstall': dropdown('typeitem'),
  'Group_User:add': 'nothing',
  'Group_User:add_delegatee': 'nothing',
  'Group_User:add_supervisor': 'nothing',
  'Group_User:remove': 'nothing',
  'ITILFollowup:add_followup': [submit('add'), ...dropdown('requesttypes_id'), text('content')],
  'Item_SoftwareLicense:add': dropdown('softwares_id'),
  'Item_SoftwareLicense:add_item': dropdown('itemtype'),
  'Item_SoftwareVersion:add': dropdown('softwares_id'),
  'Item_Ticket:add_item': [submit('add'), ...dropdown('item_itemtype')],
  'Item_Ticket:delete_item': [submit('delete'), ...dropdown('item_itemtype')],
  'KnowbaseItem_Item:add': dropdown('peer_knowbaseitems_id'),
  'Lock:unlock_component': dropdown('attached_item[]'),
  'Lock:unlock_fields': dropdown('attached_fields[]'),
  'Notification:add_template': dropdown('mode', 'notificationtemplates_id'),
  'Problem:add_actor': actors,
  'Problem:update_notif': notify,
  'Profile_User:add': 'nothing',
  'Profile_User:remove': 'nothing',
  'ProjectTask_Ticket:add': 'nothing',
  'Rule:move_rule': [submit(), ...dropdown('move_type')],
  'SavedSearch:change_count_method': dropdown('do_count'),
  'SavedSearch:change_entity': dropdown('entities_id', 'is_recursive'),
  'SavedSearch:change_visibility': dropdown('is_private'),
  'Ticket:add_actor': actors,
  'Ticket:add_contract': dropdown('contracts_id'),
  'Ticket:link_to_problem': dropdown('problems_id'),
  'Ticket:merge_as_followup': dropdown('_mergeticket'),
  'Ticket:resolve_tickets': [...dropdown('solution_template', 'solutiontypes_id'), text('content')],
  'Ticket:update_notif': notify,
  'Ticket_Ticket:add': [text('tickets_id_1'), submit(), ...dropdown('link')],
  'TicketValidation:submit_validation': dropdown('validatortype'),
  'Unmanaged:convert': dropdown('itemtype'),
  'User:change_authtype': dropdown('authtype'),
};
