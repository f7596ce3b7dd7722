import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The answer as JSON. A read carries an ETag of what it says: whoever asks again with it in If-None-Match is told "unchanged" instead
 * of getting it all once more. Nothing on the way may keep it: it speaks of people.
 */
export function sendAnswer(
  kind: 'read' | 'write',
  request: FastifyRequest,
  reply: FastifyReply,
  answer: unknown,
): FastifyReply {
  const text = JSON.stringify(answer);
  reply.header('cache-control', 'no-store');
  if (kind === 'read') {
    const etag = `"${createHash('sha1').update(text).digest('base64url')}"`;
    reply.header('etag', etag);
    if (knows(request.headers['if-none-match'], etag)) return reply.code(304).send();
  }
  return reply.type('application/json; charset=utf-8').send(text);
}

/** Several may be named; a weak one (a proxy compressed it) says the same thing. */
const knows = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag));
