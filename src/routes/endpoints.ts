import type { EntityTree } from '../entities/entity-tree.ts';
import type { EndpointName } from '../http/path.ts';
import { afterSearch } from '../sessions/after-search.ts';
import type { Needs } from '../sessions/gate.ts';
import type { SessionData } from '../sessions/session.ts';
import { applyMassiveAction } from './apply-massive-action.ts';
import { changeActiveEntities } from './change-active-entities.ts';
import { changeActiveProfile } from './change-active-profile.ts';
import type { EntranceHandler } from './entrance.ts';
import { getActiveEntities } from './get-active-entities.ts';
import { getActiveProfile } from './get-active-profile.ts';
import { getFullSession } from './get-full-session.ts';
import { getGlpiConfig } from './get-glpi-config.ts';
import { getMassiveActionParameters } from './get-massive-action-parameters.ts';
import { getMassiveActions } from './get-massive-actions.ts';
import { getMultipleItems } from './get-multiple-items.ts';
import { getMyEntities } from './get-my-entities.ts';
import { getMyProfiles } from './get-my-profiles.ts';
import { initSession } from './init-session.ts';
import { killSession } from './kill-session.ts';
import { listSearchOptionsOf } from './list-search-options.ts';
import { lostPassword } from './lost-password.ts';
import type { Handler } from './route.ts';
import { searchItems } from './search.ts';

/** What an endpoint leaves in a session that the request may write (sessions S7.2), whatever it answers. */
export type Leaves = (session: SessionData, tree: EntityTree) => SessionData;

/** An endpoint and what it asks of a request before it runs. */
export type Endpoint =
  | { readonly needs: Needs; readonly handler: Handler; readonly leaves?: Leaves }
  | { readonly needs: Needs; readonly entrance: EntranceHandler };

const reads: Needs = { appToken: true, session: 'required', writesSession: false };
const writes: Needs = { appToken: true, session: 'required', writesSession: true };
const opens: Needs = { appToken: true, session: 'optional', writesSession: true };
const open: Needs = { appToken: false, session: 'optional', writesSession: false };

/** What requests of items need. */
export const itemNeeds: Needs = reads;

/** The endpoints with names of their own (http H1.2). */
export const endpoints: Readonly<Record<EndpointName, Endpoint>> = {
  initSession: { needs: opens, entrance: initSession },
  killSession: { needs: writes, entrance: killSession },
  lostPassword: { needs: open, entrance: lostPassword },
  changeActiveEntities: { needs: writes, entrance: changeActiveEntities },
  changeActiveProfile: { needs: writes, entrance: changeActiveProfile },
  getMyEntities: { needs: reads, handler: getMyEntities },
  getActiveEntities: { needs: reads, handler: getActiveEntities },
  getMyProfiles: { needs: reads, handler: getMyProfiles },
  getActiveProfile: { needs: reads, handler: getActiveProfile },
  getFullSession: { needs: reads, handler: getFullSession },
  getGlpiConfig: { needs: reads, handler: getGlpiConfig },
  listSearchOptions: { needs: reads, handler: listSearchOptionsOf },
  getMultipleItems: { needs: reads, handler: getMultipleItems },
  search: { needs: reads, handler: searchItems, leaves: afterSearch },
  getMassiveActions: { needs: reads, handler: getMassiveActions },
  getMassiveActionParameters: { needs: reads, handler: getMassiveActionParameters },
  applyMassiveAction: { needs: reads, handler: applyMassiveAction },
};
