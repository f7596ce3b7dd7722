import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contentPolicy } from './content-policy.ts';
import { builtPanel, findFile } from './find-file.ts';
import { notBuilt } from './not-built.ts';

/** What others answer for: an unknown address there is an error of theirs, never the panel. */
const others = /^\/(api|webhooks|health|metrics|media|phone|simulator|demo|realtime)(\/|$)/;
const looksLikeFile = /\.[a-z0-9]{1,12}$/i;

export interface PanelPages {
  /** Is this request for the panel at all? */
  mayAnswer(request: FastifyRequest): boolean;
  answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
}

const pathOf = (request: FastifyRequest): string => {
  const [path = '/'] = request.url.split('?', 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** The built panel at every address that is nobody else's: files by their name, everything else is its first page. */
export function createPanelPages(folder = builtPanel): PanelPages {
  const page = async (request: FastifyRequest, reply: FastifyReply) => {
    const html = await readFile(join(folder, 'index.html'), 'utf8').catch(() => undefined);
    const secured = guard(reply).header('cache-control', 'no-cache').type('text/html; charset=utf-8');
    if (html === undefined)
      return secured.code(503).header('content-security-policy', contentPolicy(notBuilt)).send(notBuilt);
    const body = request.method === 'HEAD' ? '' : html;
    return secured.code(200).header('content-security-policy', contentPolicy(html)).send(body);
  };
  return {
    mayAnswer: (request) => (request.method === 'GET' || request.method === 'HEAD') && !others.test(pathOf(request)),
    async answer(request, reply) {
      const path = pathOf(request);
      if (path === '/' || path === '/index.html') return page(request, reply);
      const file = await findFile(folder, path, request.headers['accept-encoding'] ?? '');
      // A page asks for addresses, a browser with an old page for files that are gone: only the first gets a page.
      if (file === undefined) return looksLikeFile.test(path) ? notThere(reply) : page(request, reply);
      guard(reply)
        .code(200)
        .type(file.type)
        .header('content-length', file.bytes)
        .header('vary', 'accept-encoding')
        .header('cache-control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      if (file.encoding) reply.header('content-encoding', file.encoding);
      return request.method === 'HEAD' ? reply.send() : reply.send(createReadStream(file.path));
    },
  };
}

const notThere = (reply: FastifyReply): FastifyReply =>
  guard(reply).code(404).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('not found');

/** Addresses of the panel carry the tokens of invitations: no referrer, to nobody. */
const guard = (reply: FastifyReply): FastifyReply =>
  reply
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .header('cross-origin-opener-policy', 'same-origin')
    .header('permissions-policy', 'camera=(self), geolocation=(self), microphone=(self)');
