import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyReply } from 'fastify';

const built = fileURLToPath(new URL('../../../phone/dist', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

const notBuilt = 'A página do telefone ainda não foi construída. Rode `npm start` na raiz do projeto.';

/** Serves the customer's telephone as it was built; its files carry a hash in their names. */
export async function phonePage(app: FastifyInstance): Promise<void> {
  const serve = async (path: string, reply: FastifyReply): Promise<FastifyReply> => {
    const file = join(built, normalize(`/${path}`));
    const type = types[extname(file)];
    const found = type === undefined ? undefined : await stat(file).catch(() => undefined);
    if (type === undefined || !found?.isFile()) return reply.code(404).type('text/plain; charset=utf-8').send(notBuilt);
    const cache = path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return reply
      .type(type)
      .header('cache-control', cache)
      .header('x-content-type-options', 'nosniff')
      .send(createReadStream(file));
  };
  app.get('/', (_request, reply) => serve('index.html', reply));
  app.get<{ Params: { '*': string } }>('/*', (request, reply) => serve(request.params['*'], reply));
}
