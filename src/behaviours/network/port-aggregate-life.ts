import type { Behaviour, Input } from '../behaviour.ts';

/** The ports that an aggregate is made of come as a list and are kept as JSON (items-write W1.5). */
export const portAggregateLife: Behaviour = {
  prepareAdd(_w, _itemtype, input) {
    encodePorts(input);
    return true;
  },

  prepareUpdate(_w, _itemtype, _row, input) {
    encodePorts(input);
    return true;
  },
};

function encodePorts(input: Input): void {
  const ports = input.networkports_id_list;
  if (typeof ports === 'object' && ports !== null) input.networkports_id_list = JSON.stringify(ports);
}
