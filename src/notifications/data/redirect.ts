import type { Occasion } from '../occasion.ts';

/** An address of the site that shows an item: `<type>_<id>`, and a tab behind it. */
export const redirect = (o: Occasion, to: string): string =>
  `${o.settings.text('url_base') ?? ''}/index.php?redirect=${to}`;
