/** Search options of the notes on an item. */
import { by, fixed, grouped, split } from './attributes.ts';
import { itemtypeItem, join, through } from './joins.ts';
import { type EntryDeclaration, heading, of } from './option.ts';

const onNotes = through('glpi_notepads', itemtypeItem);

/** Notes on an item. */
export const notepadOptions: readonly EntryDeclaration[] = [
  heading('notepad', 'Notes'),
  of('glpi_notepads', 200, 'Notes', 'content', 'text', fixed, grouped, split, join(itemtypeItem)),
  of('glpi_notepads', 201, 'Creation date', 'date_creation', 'datetime', fixed, grouped, join(itemtypeItem)),
  of('glpi_users', 202, 'Writer', 'name', 'dropdown', fixed, grouped, join(onNotes)),
  of('glpi_notepads', 203, 'Last update', 'date_mod', 'datetime', fixed, grouped, join(itemtypeItem)),
  of('glpi_users', 204, 'Last updater', 'name', 'dropdown', by('users_id_lastupdater'), fixed, grouped, join(onNotes)),
];
