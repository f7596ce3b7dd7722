import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { controlRoutes } from './control/control-routes.ts';
import { accountRoutes } from './graph/account-routes.ts';
import { answerProblem, GraphProblem } from './graph/graph-problem.ts';
import { mediaRoutes } from './graph/media/media-routes.ts';
import { messageRoutes } from './graph/messages/message-routes.ts';
import { templateRoutes } from './graph/template-routes.ts';
import { tokenRoutes } from './graph/token-routes.ts';
import { newTraceId } from './new-ids.ts';
import type { World } from './world.ts';

/** JSON and forms are read here as Meta reads them, whatever the server around us does with bodies. */
function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(['application/json', 'text/json'], { parseAs: 'string' }, (_request, body, done) => {
    if (body.length === 0) return done(null, undefined);
    try {
      done(null, JSON.parse(String(body)));
    } catch {
      done(new GraphProblem(100, 'The body is not valid JSON'));
    }
  });
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

function answerGraphError(world: World, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const trace = newTraceId(world);
  if (error instanceof GraphProblem) return reply.code(error.httpStatus).send(answerProblem(error, trace));
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  if (status < 500) return reply.code(status).send(answerProblem(new GraphProblem(100, String(error)), trace));
  world.log(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : String(error)}`);
  return reply.code(500).send(answerProblem(new GraphProblem(131000, 'The simulator failed: see its log'), trace));
}

export function createRoutes(world: World, publicUrl: string | undefined): FastifyPluginAsync {
  return async (app) => {
    readBodies(app);
    app.addHook('onRequest', async (request) => {
      if (publicUrl === undefined) world.baseUrl = `${request.protocol}://${request.host}${app.prefix}`;
    });
    app.setErrorHandler((error, request, reply) => answerGraphError(world, error, request, reply));
    app.register(async (control) => controlRoutes(control, world), { prefix: '/control' });
    messageRoutes(app, world);
    mediaRoutes(app, world);
    templateRoutes(app, world);
    tokenRoutes(app, world);
    accountRoutes(app, world);
  };
}
