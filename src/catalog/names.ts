/** Table, foreign key and class names from one another (search 5). */

const irregular: Readonly<Record<string, string>> = {
  criteria: 'criterias',
  networkportmetrics: 'networkportmetrics',
  query: 'queries',
  software: 'softwares',
};

/** Plural of one lower-case word, as table names spell it. */
function plural(word: string): string {
  const known = irregular[word];
  if (known) return known;
  if (/(?<![aeiou])y$/.test(word)) return word.replace(/y$/, 'ies');
  if (/(s|x|ch|sh)$/.test(word)) return `${word}es`;
  return `${word}s`;
}

/** Table of a class: `Item_DeviceBattery` → `glpi_items_devicebatteries`, `Glpi\Socket` → `glpi_sockets`. */
export function tableOf(itemtype: string): string {
  const words = itemtype
    .replace(/^Glpi\\/, '')
    .replaceAll('\\', '_')
    .toLowerCase()
    .split('_');
  return `glpi_${words.map(plural).join('_')}`;
}

/** Column by which other tables point to a table: `glpi_computers` → `computers_id`; empty for foreign tables. */
export function foreignKeyOf(table: string): string {
  return table.startsWith('glpi_') ? `${table.slice('glpi_'.length)}_id` : '';
}
