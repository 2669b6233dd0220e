import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll } from 'vitest';
import { sendJson, sendOptions } from '../../src/http/answers.ts';
import { sendDocumentation } from '../../src/http/documentation-page.ts';
import { errorHandler } from '../../src/http/error-handler.ts';
import type { Translate } from '../../src/http/errors.ts';
import { defaultLimits, type HttpLimits } from '../../src/http/limits.ts';
import { gatherParameters, type RequestParameters } from '../../src/http/parameters.ts';
import { parsePath, pathInfoOf } from '../../src/http/path.ts';
import { apiMethods, httpPlugin } from '../../src/http/plugin.ts';
import { defaultServerSettings, serverOptions } from '../../src/http/server-options.ts';

export const testLimits: HttpLimits = {
  ...defaultLimits,
  maxBodyBytes: 100_000,
  maxUploadBytes: 200_000,
  maxFileBytes: 1000,
  maxFiles: 3,
  uploadFolder: mkdtempSync(join(tmpdir(), 'http-test-')),
};

afterAll(() => rmSync(testLimits.uploadFolder, { recursive: true, force: true }));

const errors = {
  apiUrl: () => 'http://glpi.test/apirest.php',
  translate: (): Translate => (text) => text,
};

/** An application of the HTTP layer alone: every request is answered by what `answer` makes of its parameters. */
export async function buildServer(
  answer: (parameters: RequestParameters) => unknown,
  options: { allowedOrigins?: readonly string[]; status?: number } = {},
): Promise<FastifyInstance> {
  const app = Fastify(serverOptions({ ...defaultServerSettings, requestTimeout: 5000 }, errors));
  await httpPlugin(app, { limits: testLimits, allowedOrigins: options.allowedOrigins ?? ['*'] });
  app.setErrorHandler(errorHandler(errors));
  app.route({
    method: [...apiMethods],
    url: '/*',
    handler: async (request, reply) => {
      if (request.method === 'OPTIONS') return sendOptions(request, reply);
      const path = parsePath(pathInfoOf(request.raw.url ?? '') ?? '/none');
      const isDocumentation = path.kind === 'documentation';
      const parameters = await gatherParameters(request, isDocumentation, testLimits);
      if (isDocumentation) return sendDocumentation(reply, parameters.body, errors.apiUrl());
      return sendJson(reply, await answer(parameters), { status: options.status ?? 200 });
    },
  });
  return app as unknown as FastifyInstance;
}
