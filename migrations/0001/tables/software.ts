// biome-ignore-all format: a table's columns are packed, so that it is seen at a glance
import {
  ancestors_cache, comment, completename, contact, contact_num, date, date_creation, date_mod, entities_id, fk, flag,
  groups_id, groups_id_tech, id, int, is_deleted, is_dynamic, is_recursive, is_template, items_id, itemtype, level,
  locations_id, manufacturers_id, money, name, otherserial, pictures, serial, sons_cache, states_id, string,
  template_name, users_id, users_id_tech,
} from '../columns.ts';
import type { Tables } from '../tables.ts';

export const softwareTables: Tables = {
  glpi_items_softwarelicenses: {
    columns: { id, items_id, itemtype, softwarelicenses_id: fk, is_deleted, is_dynamic },
    index: { item: 'itemtype, items_id' },
  },
  glpi_softwarecategories: {
    columns: { id, name, comment, softwarecategories_id: fk, completename, level, ancestors_cache, sons_cache },
  },
  glpi_softwarelicenses: {
    columns: {
      id, softwares_id: fk.plain, softwarelicenses_id: fk, completename, level, ancestors_cache, sons_cache,
      entities_id, is_recursive, number: int, softwarelicensetypes_id: fk, name, serial, otherserial,
      softwareversions_id_buy: fk, softwareversions_id_use: fk, expire: date.indexed, comment, date_mod,
      is_valid: flag.or(1), date_creation, is_deleted, locations_id, users_id_tech, users_id, groups_id_tech,
      groups_id, is_helpdesk_visible: flag.indexed, is_template, template_name, states_id, manufacturers_id, contact,
      contact_num, allow_overquota: flag.indexed, pictures,
    },
    index: { softwares_id_expire_number: 'softwares_id, expire, number' },
  },
  glpi_softwarelicensetypes: {
    columns: {
      id, name, comment, date_mod, date_creation, softwarelicensetypes_id: fk, level, ancestors_cache, sons_cache,
      entities_id, is_recursive, completename,
    },
  },
  glpi_softwares: {
    columns: {
      id, entities_id, is_recursive, name, comment, locations_id, users_id_tech, groups_id_tech,
      is_update: flag.indexed, softwares_id: fk, manufacturers_id, is_deleted, is_template, template_name, date_mod,
      users_id, groups_id, ticket_tco: money.nullOr('0.0000'), is_helpdesk_visible: flag.or(1).indexed,
      softwarecategories_id: fk, is_valid: flag.or(1), date_creation, pictures,
    },
  },
  glpi_softwareversions: {
    columns: {
      id, entities_id, is_recursive, softwares_id: fk, states_id, name, arch: string.indexed, comment,
      operatingsystems_id: fk, date_mod, date_creation,
    },
  },
};
