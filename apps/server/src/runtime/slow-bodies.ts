import { type Operation, operationNames, operations } from '@balcao/contract';
import type { FastifyInstance } from 'fastify';
import { API_PREFIX } from '../api/index.ts';

/** A body may take this long to arrive. */
const BODY_WITHIN_MS = 30_000;
/** And a file: 16 MB over a slow line of a shop take minutes. */
export const FILE_WITHIN_MS = 15 * 60_000;

const filePaths = new Set(
  operationNames.filter((name) => (operations[name] as Operation).file === true).map((name) => `${API_PREFIX}/${name}`),
);

/** Whoever dribbles a body is cut off soon, as Node would do it; only files may take their time. */
export function cutSlowBodies(app: FastifyInstance, withinMs = BODY_WITHIN_MS): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const { raw } = request;
    const path = request.url.split('?', 1)[0] ?? '';
    if (!raw.complete && !filePaths.has(path)) {
      const timer = setTimeout(() => {
        if (raw.complete) return;
        raw.socket.end('HTTP/1.1 408 Request Timeout\r\nconnection: close\r\n\r\n');
        raw.destroy();
      }, withinMs);
      raw.once('close', () => clearTimeout(timer));
    }
    done();
  });
}
