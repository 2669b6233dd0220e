/** How the parts of notifications are called. */

import { languages } from '../../settings/glpi-config-constants.ts';
import { format } from '../../text/format.ts';
import type { Behaviour } from '../behaviour.ts';

/** A template's texts are called by their language. */
export const templateTextName: Behaviour = {
  nameColumns: ['language'],
  friendlyName: (ctx, _itemtype, { language }) =>
    language ? String(languages[String(language)]?.[0] ?? '') : ctx.translate('Default translation'),
};

const calledInMessage = (name: (id: number) => string): Behaviour => ({
  addedMessage: (w, _itemtype, row) => {
    const { translate } = w.ctx;
    return Promise.resolve(format(translate('%1$s: %2$s'), translate('Item successfully added'), name(Number(row.id))));
  },
});

/** The link of a notification with its template has but a number. */
export const templateLinkName: Behaviour = calledInMessage(String);

/** Recipients have no name at all. */
export const recipientName: Behaviour = calledInMessage(() => 'N/A');
