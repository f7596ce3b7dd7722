import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** A telephone's page, built somewhere, beside the simulator that it drives. */
export function servePage(app: FastifyInstance, dir: string): void {
  const serve = async (path: string, reply: FastifyReply): Promise<FastifyReply> => {
    const file = join(dir, normalize(`/${path}`));
    const type = types[extname(file)];
    const bytes = type === undefined ? undefined : await readFile(file).catch(() => undefined);
    if (type === undefined || bytes === undefined) return reply.code(404).type('text/plain').send('Not found');
    return reply.type(type).send(bytes);
  };
  app.get('/', (_request, reply) => reply.redirect('/phone/?simulator=/'));
  app.get('/phone/', (_request, reply) => serve('index.html', reply));
  app.get<{ Params: { '*': string } }>('/phone/*', (request, reply) => serve(request.params['*'], reply));
}
