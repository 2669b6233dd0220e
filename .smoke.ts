import Fastify from 'fastify';
import { tmpdir } from 'node:os';
import { httpPlugin, apiMethods } from '/work/main/src/http/plugin.ts';
import { gatherParameters } from '/work/main/src/http/parameters.ts';
import { defaultLimits } from '/work/main/src/http/limits.ts';
import { errorHandler } from '/work/main/src/http/error-handler.ts';
import { sendJson, sendOptions } from '/work/main/src/http/answers.ts';
import { serverOptions, defaultServerSettings } from '/work/main/src/http/server-options.ts';
const eo = { apiUrl: () => 'http://x/apirest.php', translate: () => (t: string) => t };
const limits = { ...defaultLimits, uploadFolder: tmpdir() };
const app = Fastify({ ...serverOptions(defaultServerSettings, eo) });
await httpPlugin(app, { limits, allowedOrigins: ['*'] });
app.setErrorHandler(errorHandler(eo));
app.route({ method: [...apiMethods], url: '/*', handler: async (req, rep) => {
  if (req.method === 'OPTIONS') return sendOptions(req, rep);
  const p = await gatherParameters(req, false, limits);
  return sendJson(rep, { method: req.method, values: p.values, body: p.body, up: p.uploads }, { status: req.url.includes('s207') ? 207 : 200 });
}});
await app.listen({ port: 18099 });
