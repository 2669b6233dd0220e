import { READ } from '../catalog/right-bits.ts';
import type { Behaviour } from './behaviour.ts';
import type { Behaviours } from './registry.ts';

/** Codes of SIM cards are for whoever has the right to see them. */
const simcard: Behaviour = {
  undisclosed: (ctx, itemtype, rows) =>
    Promise.resolve(rows.map(() => (ctx.rights.have('devicesimcard_pinpuk', READ) ? [] : itemtype.undisclosedFields))),
};

/** Mails that let their reader set a user's password. */
const PASSWORD_EVENTS = ['passwordforget', 'passwordinit'];

const queuedNotification: Behaviour = {
  undisclosed: (_ctx, _itemtype, rows) =>
    Promise.resolve(
      rows.map(({ event }) => (PASSWORD_EVENTS.includes(String(event)) ? ['body_html', 'body_text'] : [])),
    ),
};

/** Columns that only some sessions see, or none in some rows (items-read G8). */
export const undisclosed: Behaviours = {
  Item_DeviceSimcard: simcard,
  QueuedNotification: queuedNotification,
};
