/** Rules of assets, software and of rights at login (rules 5 to 7). */
import type { RuleFacts } from './fields.ts';

export const asset: RuleFacts = {
  criteria: {
    _auto: ['Automatic inventory', 'yesno'],
    _itemtype: ['Item type', 'itemtype'],
    states_id: ['Status', 'glpi_states'],
    comment: 'Comments',
    contact: 'Alternate username',
    contact_num: 'Alternate username number',
    manufacturer: ['Manufacturer', 'glpi_manufacturers'],
    locations_id: ['Locations', 'glpi_locations'],
    entities_id: ['Entity', 'glpi_entities'],
    users_id: ['User', 'users'],
    _tag: 'Agent > Inventory tag',
    _locations_id_of_user: ['User location', 'glpi_locations'],
    _groups_id_of_user: ['User in group', 'glpi_groups'],
  },
  actions: {
    _stop_rules_processing: ['Skip remaining rules', 'yesno'],
    states_id: ['Status', 'glpi_states'],
    locations_id: ['Location', 'glpi_locations'],
    users_id: ['User', 'users'],
    _affect_user_by_regex: 'User based contact information',
    groups_id: ['Group', 'glpi_groups'],
    users_id_tech: ['Technician in charge', 'users'],
    groups_id_tech: ['Group in charge', 'glpi_groups'],
    comment: 'Comments',
    otherserial: 'Inventory number',
  },
};

export const softwareCategory: RuleFacts = {
  criteria: {
    name: 'Software',
    manufacturer: 'Publisher',
    comment: 'Comments',
    _system_category: 'Category from inventory tool',
  },
  actions: {
    softwarecategories_id: ['Category', 'glpi_softwarecategories'],
    _import_category: ['Import category from inventory tool', 'yesno'],
    _ignore_import: ['To be unaware of import', 'yesno'],
  },
};

export const right: RuleFacts = {
  criteria: {
    TYPE: ['Authentication type', 'authtype'],
    LDAP_SERVER: ['LDAP directory', 'glpi_authldaps'],
    MAIL_SERVER: ['Email server', 'glpi_authmails'],
    MAIL_EMAIL: 'Email',
    LOGIN: 'Login',
    _groups_id: ['Group', 'glpi_groups'],
  },
  actions: {
    _stop_rules_processing: ['Skip remaining rules', 'yesno'],
    entities_id: ['Entity', 'glpi_entities'],
    _affect_entity_by_dn: 'Entity based on LDAP information',
    _affect_entity_by_tag: 'Entity from TAG',
    _affect_entity_by_domain: 'Entity from mail domain',
    _affect_entity_by_completename: 'Entity from complete name',
    profiles_id: ['Profiles', 'glpi_profiles'],
    is_recursive: ['Recursive', 'yesno'],
    is_active: ['Active', 'yesno'],
    _ignore_user_import: ['To be unaware of import', 'yesno'],
    _entities_id_default: ['Default entity', 'glpi_entities'],
    specific_groups_id: ['Groups', 'glpi_groups'],
    groups_id: ['Default group', 'glpi_groups'],
    _profiles_id_default: ['Default profile', 'glpi_profiles'],
    timezone: 'Timezone',
  },
};
