/** Rules that inventories and mails bring into play; here they are rows only (rules 1). */
import type { RuleFacts } from './fields.ts';

export const importAsset: RuleFacts = {
  criteria: {
    entities_id: ['Target entity for the asset', 'glpi_entities'],
    states_id: ['Having the status', 'glpi_states'],
    model: 'Asset > Model',
    manufacturer: 'Manufacturer',
    mac: 'Asset > Network port > MAC',
    ip: 'Asset > Network port > IP',
    ifdescr: 'Asset > Network port > Port description',
    ifnumber: 'Asset > Network port > Port number',
    serial: 'Asset > Serial number',
    uuid: 'Asset > UUID',
    device_id: 'Agent > Device_id',
    mskey: 'Asset > Serial of the operating system',
    name: 'Asset > Name',
    tag: 'Agent > Inventory tag',
    osname: 'Asset > Operating system',
    oscomment: 'Asset > Operating system > Comments',
    itemtype: ['Asset > Item type', 'itemtypes'],
    domains_id: ['Asset > Domain', 'glpi_domains'],
    linked_item: ['Linked asset', 'yesno'],
    entityrestrict: 'General > Restrict search in defined entity',
    link_criteria_port: 'General > Restrict criteria to same network port',
    only_these_criteria: 'General > Only criteria of this rule in data',
    partial: ['Is partial', 'yesno'],
  },
  actions: {
    _inventory: ['Inventory link', 'inventoryLink'],
    _ignore_import: ['Refuse import', 'yesno'],
  },
  conditions: { 10: 'is already present', 30: 'is empty', 202: 'Yes', 203: 'Yes', 204: 'Yes' },
};

export const importComputer: RuleFacts = {
  criteria: {
    entities_id: ['Target entity for the computer', 'glpi_entities'],
    states_id: ['Find computers in GLPI having the status', 'glpi_states'],
    DOMAIN: 'Domain',
    IPSUBNET: 'Subnet',
    MACADDRESS: 'MAC address',
    IPADDRESS: 'IP address',
    name: "Computer's name",
    DESCRIPTION: 'Description',
    serial: 'Serial number',
    model: 'Model',
    manufacturer: 'Manufacturer',
  },
  actions: {
    _ignore_import: ['To be unaware of import', 'yesno'],
  },
  conditions: { 10: 'is already present in GLPI', 30: 'is empty in GLPI' },
};

export const importEntity: RuleFacts = {
  criteria: {
    tag: 'Inventory tag',
    domain: 'Domain',
    subnet: 'Subnet',
    ip: 'IP address',
    name: 'Equipment name',
    serial: 'Serial number',
    itemtype: 'Itemtype',
    oscomment: 'Operating system > Comments',
    _source: 'Source',
  },
  actions: {
    entities_id: ['Entity', 'glpi_entities'],
    locations_id: ['Location', 'glpi_locations'],
    _affect_entity_by_tag: 'Entity from TAG',
    _ignore_import: ['Refuse import', 'yesno'],
    is_recursive: ['Child entities', 'yesno'],
    groups_id_tech: ['Group in charge', 'glpi_groups'],
    users_id_tech: ['Technician in charge', 'users'],
  },
};

export const location: RuleFacts = {
  criteria: {
    itemtype: ['Asset > Item type', 'itemtype'],
    tag: 'Agent > Inventory tag',
    domain: 'Domain',
    subnet: 'Subnet',
    ip: 'Network port > IP',
    name: 'Name',
    serial: 'Serial number',
    oscomment: 'Operating system > Comments',
  },
  actions: {
    locations_id: ['Location', 'glpi_locations'],
  },
};

export const mailCollector: RuleFacts = {
  criteria: {
    mailcollector: ['Mails receiver', 'glpi_mailcollectors'],
    _users_id_requester: ['Requester', 'users'],
    subject: 'Subject email header',
    content: 'Email body',
    from: 'From email header',
    to: 'To email header',
    in_reply_to: 'In-Reply-To email header',
    'x-priority': 'X-Priority email header',
    'x-auto-response-suppress': 'X-Auto-Response-Suppress email header',
    'auto-submitted': 'Auto-Submitted email header',
    'x-uce-status': 'X-UCE-Status email header',
    _headers: 'Full email headers',
    received: 'Received email header',
    _groups_id_requester: ['User: Group', 'glpi_groups'],
    KNOWN_DOMAIN: ['Known mail domain', 'yesno'],
    PROFILES: ['User featuring the profile', 'glpi_profiles'],
    ONE_PROFILE: ['User with a single profile', 'yesno'],
  },
  actions: {
    entities_id: ['Entity', 'glpi_entities'],
    _affect_entity_by_domain: 'Entity from domain',
    _affect_entity_by_tag: 'Entity from TAG',
    _affect_entity_by_user_entity: ["Entity based on user's profile", 'yesno'],
    _refuse_email_no_response: ['Reject email (without email response)', 'yesno'],
    _refuse_email_with_response: ['Reject email (with email response)', 'yesno'],
  },
};
