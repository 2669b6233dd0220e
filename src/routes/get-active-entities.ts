import type { Handler } from './route.ts';

/** `getActiveEntities` (sessions S9.4); without a profile there are none. */
export const getActiveEntities: Handler = async ({ session: { entities } }) => ({
  body: {
    active_entity: {
      id: entities?.id ?? null,
      active_entity_recursive: entities?.recursive ?? null,
      active_entities: (entities?.ids ?? []).map((id) => ({ id })),
    },
  },
});
