import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context, Moment } from './context.ts';
import { sendDocumentation } from './http/documentation-page.ts';
import { ApiError } from './http/errors.ts';
import type { HttpLimits } from './http/limits.ts';
import { gatherParameters, type RequestParameters } from './http/parameters.ts';
import { type ApiPath, parsePath, pathInfoOf } from './http/path.ts';
import { withRights } from './rights/session-rights.ts';
import { type Endpoint, endpoints, itemNeeds } from './routes/endpoints.ts';
import { itemEndpoint } from './routes/item-endpoint.ts';
import type { Answer, ApiRequest } from './routes/route.ts';
import { userPicture } from './routes/user-picture.ts';
import type { Needs } from './sessions/gate.ts';
import type { SessionData } from './sessions/session.ts';
import type { OpenSession } from './sessions/sessions.ts';
import { TimeZones } from './sessions/time-zones.ts';
import type { Settings } from './settings/settings.ts';
import type { OpenSite } from './site.ts';
import { momentIn } from './text/moment.ts';

/** What the documentation page asks of a request: the API switched on, and an address that it admits. */
const documentationNeeds: Needs = { appToken: false, session: 'none', writesSession: false };

/** What a request works with, beside what it asks for. */
interface Surroundings {
  readonly session: OpenSession | undefined;
  /** What the session holds, in the time zone of now. */
  readonly placed: SessionData | undefined;
  readonly settings: Settings;
  readonly now: Moment;
}

/** Takes requests in: reads what was sent, passes the gate, and calls the endpoint (http H6, H8). */
export class Entry {
  readonly #open: OpenSite;
  readonly #limits: HttpLimits;
  readonly #timeZones: TimeZones;

  constructor(open: OpenSite, limits: HttpLimits) {
    this.#open = open;
    this.#limits = limits;
    this.#timeZones = new TimeZones(open.site);
  }

  /**
   * The answer to a request; `sent` when it was sent already.
   *
   * @throws ApiError
   */
  async answer(request: FastifyRequest, reply: FastifyReply): Promise<Answer | 'sent'> {
    const { site, gate } = this.#open;
    const pathInfo = pathInfoOf(request.raw.url ?? '');
    if (pathInfo === undefined) throw new ApiError('ERROR', { message: 'Not Found', status: 404, suffix: false });
    const path = parsePath(pathInfo);
    const parameters = await gatherParameters(request, path.kind === 'documentation', this.#limits);
    const settings = await site.settings.get();
    const language = settings.text('language') ?? 'en_GB';
    const apiUrl = (settings.text('url_base_api') ?? '').replace(/^\/+|\/+$/g, '');
    request.errorTexts = { apiUrl, translate: site.translations.in(language) };
    const endpoint = endpointOf(path);
    const date = new Date();
    const needs = path.kind === 'documentation' ? documentationNeeds : (endpoint?.needs ?? itemNeeds);
    const session = await gate.admit(
      {
        resource: path.resource,
        sessionToken: parameters.sessionToken,
        appToken: parameters.appToken,
        sessionWrite: parameters.flag('session_write'),
        clientAddress: request.ip,
        date,
      },
      needs,
    );
    try {
      if (path.kind === 'documentation') {
        sendDocumentation(reply, parameters.body, apiUrl);
        return 'sent';
      }
      if (session) request.errorTexts.translate = site.translations.in(session.data.language);
      // A session that is only read may be used by others while this request does its work.
      if (session && !session.writable) await session.close();
      const placed = session && (await this.#timeZones.placed(session.data, settings));
      const now = momentIn(placed?.timeZone ?? null, date);
      return await this.#call(endpoint, path, apiRequest(request, path, parameters), {
        session,
        placed,
        settings,
        now,
      });
    } finally {
      await session?.close();
    }
  }

  async #call(
    endpoint: Endpoint | undefined,
    path: ApiPath,
    request: ApiRequest,
    { session, placed, settings, now }: Surroundings,
  ): Promise<Answer> {
    const { site, sessions, directories } = this.#open;
    const db = site.database.inTimeZone(placed?.timeZone ?? null);
    const translate = site.translations.in(session?.data.language ?? settings.text('language') ?? 'en_GB');
    if (endpoint && 'entrance' in endpoint) {
      return endpoint.entrance({ site, sessions, directories, settings, session, db, now, translate }, request);
    }
    if (!session || !placed) throw new Error('the gate let a request in without the session that its endpoint needs');
    const ctx: Context = withRights({
      site,
      db,
      session: placed,
      now,
      settings,
      translate,
      ...(session.writable && { changeSession: (change) => session.change(change(session.data)) }),
    });
    if (endpoint) {
      if (endpoint.leaves && session.writable) {
        session.change(endpoint.leaves(session.data, await site.entities.get()));
      }
      return endpoint.handler(ctx, request);
    }
    if (path.kind === 'picture') return userPicture(ctx, request, path.usersId);
    return itemEndpoint(request)(ctx, request);
  }
}

/** The endpoint of a path; undefined when it is that of items, a picture or the documentation. */
function endpointOf(path: ApiPath): Endpoint | undefined {
  return path.kind === 'endpoint' ? endpoints[path.endpoint] : undefined;
}

function apiRequest(request: FastifyRequest, path: ApiPath, parameters: RequestParameters): ApiRequest {
  return {
    method: request.method,
    parameters,
    elements: path.elements.slice(1),
    ...(path.kind === 'item' && { item: path.item }),
    clientAddress: request.ip,
    origin: `${request.protocol}://${request.hostname}`,
    header: (name) => {
      const value = request.raw.headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    },
  };
}
