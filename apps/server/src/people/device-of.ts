import type { FastifyRequest } from 'fastify';

/** What the browser says it is. Shown to people, believed by nobody. */
export const deviceOf = (request: FastifyRequest): string => (request.headers['user-agent'] ?? '').slice(0, 300);
