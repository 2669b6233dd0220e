/** Where an item is, and the address of that place. */
import { fixed } from './attributes.ts';
import { type EntryDeclaration, of } from './option.ts';

function place(id: number, label: string, field: string, datatype: string): EntryDeclaration {
  return of('glpi_locations', id, label, field, datatype, fixed);
}

const locationOption = of('glpi_locations', 3, 'Location', 'completename', 'dropdown');

const postalAddress: readonly EntryDeclaration[] = [
  place(101, 'Address', 'address', 'string'),
  place(102, 'Postal code', 'postcode', 'string'),
  place(103, 'Town', 'town', 'string'),
  place(104, 'State', 'state', 'string'),
  place(105, 'Country', 'country', 'string'),
];

const rooms: readonly EntryDeclaration[] = [
  place(91, 'Building number', 'building', 'string'),
  place(92, 'Room number', 'room', 'string'),
  place(93, 'Location comments', 'comment', 'text'),
];

const coordinates: readonly EntryDeclaration[] = [
  place(998, 'Latitude', 'latitude', 'text'),
  place(999, 'Longitude', 'longitude', 'text'),
];

/** The whole address of a location. */
export const addressOptions = [...postalAddress, ...rooms, ...coordinates];

/** The location and its whole address. */
export const locationOptions = [locationOption, ...addressOptions];
