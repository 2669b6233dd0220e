import { clientOfToken } from '../auth/api-clients.ts';
import type { UsageLog } from '../auth/usage-log.ts';
import type { Site } from '../context.ts';
import type { EntityTree } from '../entities/entity-tree.ts';
import { ApiError } from '../http/errors.ts';
import { refreshedEntities } from './active-entities.ts';
import { visibleGroups } from './groups.ts';
import type { SessionData } from './session.ts';
import type { OpenSession, Sessions } from './sessions.ts';

/** What an endpoint asks of a request before it runs (http H8). */
export interface Needs {
  /** The App-Token is checked, and the call noted where its API client wants it. */
  readonly appToken: boolean;
  /** `optional`: looked up when a token was sent. */
  readonly session: 'required' | 'optional' | 'none';
  /** The endpoint changes the session, so it has it to itself (sessions S7.2). */
  readonly writesSession: boolean;
}

/** A request on its way in. Texts are empty when absent. */
export interface Arrival {
  /** First element of the path, as sent. */
  readonly resource: string;
  readonly sessionToken: string;
  readonly appToken: string;
  /** The parameter `session_write` is true. */
  readonly sessionWrite: boolean;
  readonly clientAddress: string;
  readonly date: Date;
}

/** The checks that every request passes before its endpoint, in GLPI's order (http H8, 5 to 10). */
export class Gate {
  readonly #site: Site;
  readonly #sessions: Sessions;
  readonly #usage: UsageLog;
  /** The tree that a session's entities were last held against. */
  readonly #refreshed = new WeakMap<SessionData, EntityTree>();

  constructor(site: Site, sessions: Sessions, usage: UsageLog) {
    this.#site = site;
    this.#sessions = sessions;
    this.#usage = usage;
  }

  /**
   * Lets a request in.
   * @returns its session, which the caller has to close; undefined without a valid token where that is allowed
   * @throws ApiError
   */
  async admit(arrival: Arrival, needs: Needs): Promise<OpenSession | undefined> {
    const session = await this.#open(arrival, needs);
    try {
      const settings = await this.#site.settings.get();
      if (!settings.on('enable_api')) throw new ApiError('ERROR:disabled');
      const clients = await this.#site.apiClients.admitting(arrival.clientAddress);
      if (needs.appToken) {
        const client = clientOfToken(clients, arrival.appToken);
        await this.#usage.write(client, {
          resource: arrival.resource,
          address: arrival.clientAddress,
          user: session?.data.user,
          date: arrival.date,
        });
      }
      if (needs.session === 'required' && !session) {
        throw new ApiError(hasToken(arrival) ? 'ERROR_SESSION_TOKEN_INVALID' : 'ERROR_SESSION_TOKEN_MISSING');
      }
      if (session) await this.#refresh(session);
      return session;
    } catch (error) {
      await session?.close();
      throw error;
    }
  }

  async #open(arrival: Arrival, needs: Needs): Promise<OpenSession | undefined> {
    if (needs.session === 'none' || !hasToken(arrival)) return undefined;
    return this.#sessions.open(arrival.sessionToken, needs.writesSession || arrival.sessionWrite ? 'write' : 'read');
  }

  /** Entities that were added below the active one, or removed, are so for the session at once (sessions S7.5). */
  async #refresh(session: OpenSession): Promise<void> {
    const { data } = session;
    if (!data.entities || !data.activeProfile) return;
    const tree = await this.#site.entities.get();
    if (this.#refreshed.get(data) === tree) return;
    const translate = this.#site.translations.in(data.language);
    const entities = refreshedEntities(tree, data.activeProfile.entities, data.entities, translate);
    if (entities !== data.entities) {
      const groups = await visibleGroups(this.#site.database.db, data.user.id, entities);
      await session.refresh({ ...data, entities, groups });
    }
    this.#refreshed.set(session.data, tree);
  }
}

/** PHP takes `0` for empty. */
const hasToken = ({ sessionToken }: Arrival): boolean => sessionToken !== '' && sessionToken !== '0';
