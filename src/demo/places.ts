import type { DemoSite } from './demo-site.ts';
import type { Entities } from './organisation.ts';

/** Ids of the values that assets refer to, by their whole names. */
export interface Places {
  locations: Record<string, number>;
  states: Record<string, number>;
  manufacturers: Record<string, number>;
}

/** Adds locations, states and manufacturers. */
export function addPlaces(site: DemoSite, entities: Entities): Places {
  const everywhere = { entities_id: 0, is_recursive: 1 };
  return {
    locations: {
      ...site.tree(
        'glpi_locations',
        'locations_id',
        [
          'Quay house',
          'Quay house > Floor 1',
          'Quay house > Floor 2',
          'Quay house > Floor 2 > Server room',
          'Plant',
          'Plant > Line A',
          'Plant > Stores',
        ],
        { entities_id: entities['Harbour Foods']!, is_recursive: 1, town: 'Port Ellis', country: 'Utopia' },
      ),
      ...site.tree('glpi_locations', 'locations_id', ['North street 4', 'North street 4 > Shop'], {
        entities_id: entities['Northern branch']!,
        is_recursive: 1,
        town: 'Northam',
        country: 'Utopia',
      }),
    },
    states: site.tree(
      'glpi_states',
      'states_id',
      ['In use', 'In use > Lent', 'In stock', 'Under repair', 'Retired'],
      everywhere,
    ),
    manufacturers: site.dropdown('glpi_manufacturers', [
      'Brightline',
      'Kestrel',
      'Nordwind',
      'Print & Co',
      'Switchyard',
      'Opensource Guild',
    ]),
  };
}
