import type { Behaviour } from '../behaviour.ts';

/** A new printer has printed what it had printed before it came; one that goes leaves its cartridges (items-write W10). */
export const printerLife: Behaviour = {
  prepareAdd(_w, _itemtype, input) {
    if (input.init_pages_counter !== undefined) input.last_pages_counter ??= input.init_pages_counter;
    return true;
  },

  async beforePurge(w, _itemtype, { row }) {
    await w.ctx.db
      .updateTable('glpi_cartridges')
      .set({ printers_id: 0 })
      .where('printers_id', '=', Number(row.id))
      .execute();
  },
};
