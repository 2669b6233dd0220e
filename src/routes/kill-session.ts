import type { EntranceHandler } from './entrance.ts';

/** `killSession`: the token is nobody's from now on (sessions S12.1). */
export const killSession: EntranceHandler = async ({ session }) => {
  await session?.destroy();
  return { body: true };
};
