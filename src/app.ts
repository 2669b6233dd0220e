import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { pino } from 'pino';
import type { Config } from './config.ts';
import { Entry } from './entry.ts';
import { sendEmpty, sendFile, sendJson, sendJsonPieces, sendOptions } from './http/answers.ts';
import { errorHandler } from './http/error-handler.ts';
import { ApiError, type Translate } from './http/errors.ts';
import { defaultLimits, type HttpLimits } from './http/limits.ts';
import { apiMethods, httpPlugin } from './http/plugin.ts';
import { defaultServerSettings, serverOptions } from './http/server-options.ts';
import { makeUploadFolder } from './http/upload-folder.ts';
import type { Answer } from './routes/route.ts';
import { openSite } from './site.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What error texts need to know; the API's address is empty until the settings have been read. */
    errorTexts: { apiUrl: string; translate: Translate };
  }
}

/** What the error handler asks of a request. */
const errors = {
  apiUrl: (request: FastifyRequest) => request.errorTexts?.apiUrl ?? '',
  translate: (request: FastifyRequest): Translate => request.errorTexts?.translate ?? ((text) => text),
};

/**
 * The server for the GLPI that the settings name, ready to listen (or to be injected requests by tests). Closing it
 * lets go of database and sessions.
 *
 * @throws UnusableDatabase, with one line for the person who starts it
 */
export async function buildApp(config: Config): Promise<FastifyInstance> {
  const app = Fastify({
    ...serverOptions(
      {
        ...defaultServerSettings,
        trustProxy: config.trustedProxies.length > 0 && [...config.trustedProxies],
        requestTimeout: config.requestTimeout,
      },
      errors,
    ),
    // Lines that come while one is being written go together with the next: a write for each costs as much as a statement.
    loggerInstance: pino({ level: config.logLevel }, pino.destination({ sync: false })) as FastifyBaseLogger,
    // Fastify's own lines hold whole addresses, in which some clients send passwords.
    logController: new LogController({ disableRequestLogging: true }),
  });
  const uploadFolder = await makeUploadFolder(tmpdir());
  app.addHook('onClose', () => rm(uploadFolder, { recursive: true, force: true }));
  const limits = limitsOf(config, uploadFolder);
  await httpPlugin(app, { limits, allowedOrigins: config.cors ? ['*'] : [] });
  const open = await openSite(config, app.log).catch(async (error) => {
    await app.close();
    throw error;
  });
  app.addHook('onClose', () => open.close());
  app.setErrorHandler(errorHandler(errors));
  app.addHook('onResponse', async (request, reply) => {
    const path = request.raw.url?.split('?', 1)[0];
    const ms = Math.round(reply.elapsedTime);
    request.log.info({ method: request.method, path, status: reply.statusCode, ms }, 'answered');
  });
  const entry = new Entry(open, limits);
  app.route({
    method: [...apiMethods],
    url: '/*',
    handler: async (request, reply) => {
      if (request.method === 'OPTIONS') return sendOptions(request, reply);
      const answer = await entry.answer(request, reply);
      return answer === 'sent' ? reply : send(reply, answer);
    },
  });
  app.setNotFoundHandler(() => {
    throw new ApiError('ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM');
  });
  return app as unknown as FastifyInstance;
}

function limitsOf(config: Config, uploadFolder: string): HttpLimits {
  return {
    ...defaultLimits,
    maxVariables: config.parameterLimit,
    maxDepth: config.parameterDepth,
    maxBodyBytes: config.bodyLimit,
    maxFileBytes: config.uploadLimit,
    maxUploadBytes: config.uploadLimit + config.bodyLimit,
    uploadFolder,
  };
}

function send(reply: FastifyReply, answer: Answer): FastifyReply | Promise<FastifyReply> {
  const { status, headers, file } = answer;
  const options = { ...(status !== undefined && { status }), ...(headers && { headers }) };
  if (file) {
    // The length comes last: behind it Node writes the letters of a Content-Disposition wrongly.
    const all = { 'content-type': file.type, ...headers, 'content-length': String(file.size) };
    return sendFile(reply, file.stream, { ...options, headers: all });
  }
  if (answer.pieces) return sendJsonPieces(reply, answer.pieces, options, answer.frame);
  return answer.empty ? sendEmpty(reply, options) : sendJson(reply, answer.body, options);
}
