/** Addresses of GLPI's own pages. */

/** The path below which GLPI's pages are, of the setting `url_base`: `http://host/glpi` → `/glpi`. */
export function pagesPath(urlBase: string | null): string {
  if (!urlBase || !URL.canParse(urlBase)) return '';
  return new URL(urlBase).pathname.replace(/\/+$/, '');
}

/** `Glpi\Socket` has the page `socket.form.php`, `Glpi\Dashboard\Item` `dashboard/item.form.php`. */
export function formPage(itemtype: string): string {
  const name = itemtype.replace(/^Glpi\\/, '').replaceAll('\\', '/');
  return `/front/${name.toLowerCase()}.form.php`;
}
