import { METHODS } from 'node:http';
import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { setCorsHeaders } from './answers.ts';
import type { HttpLimits } from './limits.ts';
import { removeUploads } from './multipart.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The request has the parameter `debug`: answers are pages (http H10). */
    debugAnswer: boolean;
    /** Files of this request in the upload folder; what is still there when the answer has ended is removed. */
    uploadedPaths: string[];
  }
}

/** Methods that the API understands as one (http H3). TRACE and CONNECT aren't the API's to answer. */
export const apiMethods: readonly string[] = METHODS.filter((method) => method !== 'TRACE' && method !== 'CONNECT');

/** A content type that Fastify takes; with any other it would refuse the request before the API has seen it. */
const mediaType = /^\s*[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+\s*(?:;|$)/;

/**
 * Prepares an application for the API: leaves all bodies to `gatherParameters`, and sets the headers that stand in every
 * answer. Call it on the application itself, before the routes are added.
 */
export async function httpPlugin(
  app: FastifyInstance,
  options: { readonly limits: HttpLimits; readonly allowedOrigins: readonly string[] },
): Promise<void> {
  // Only POST goes through Fastify's body parsing, and that only for the files of multipart bodies.
  for (const method of apiMethods) {
    if (method !== 'POST') app.addHttpMethod(method, { hasBody: false, overrideExisting: true });
  }
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  app.decorateRequest('debugAnswer', false);
  app.decorateRequest('uploadedPaths');

  app.addHook('onRequest', async (request, reply) => {
    request.uploadedPaths = [];
    reply.raw.once('close', () => void removeUploads(request.uploadedPaths));
    setCorsHeaders(request, reply, options.allowedOrigins);
    reply.header('x-content-type-options', 'nosniff').header('x-request-id', request.id);
    const contentType = request.raw.headers['content-type'];
    if (contentType !== undefined && !mediaType.test(contentType)) {
      request.headers = { 'content-type': 'application/octet-stream' };
    }
  });

  await app.register(multipart, { throwFileSizeLimit: false });
}
