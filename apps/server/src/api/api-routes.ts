import { type Operation, type OperationName, operationNames, operations } from '@balcao/contract';
import type { DbCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from '../runtime/send-problem.ts';
import { answerOperation } from './answer-operation.ts';
import type { ApiParts } from './api-parts.ts';
import { API_PREFIX } from './api-prefix.ts';
import { openApiDocument } from './open-api-document.ts';
import { createRates } from './rates/index.ts';
import { checkFault } from './well-said.ts';

const MAX_BODY_BYTES = 1024 * 1024;
/** The largest that any kind of file may have, and a little: the media room says what is too much of which. */
const MAX_FILE_BYTES = 101 * 1024 * 1024;

const takesFile = (url: string | undefined): boolean => {
  const name = url?.slice(API_PREFIX.length + 1);
  return operationNames.some((one) => one === name && (operations[one] as Operation).file === true);
};

/** An answer is data: no browser shall run it, frame it, keep it or tell others where it was read. */
const guards = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
const overHttps = { 'strict-transport-security': 'max-age=31536000' };

/** Every operation of the contract under its name: reads by GET, writes by POST. */
export function apiRoutes(app: FastifyInstance, ctx: DbCtx, parts: ApiParts): void {
  const rates = createRates(ctx, parts);
  app.addHook('onClose', async () => rates.close());
  const checkAnswers = parts.checkAnswers ?? !ctx.config.production;
  app.register(
    async (scope) => {
      scope.removeAllContentTypeParsers();
      const parseJson = scope.getDefaultJsonParser('error', 'error');
      scope.addContentTypeParser<string>(
        'application/json',
        { parseAs: 'string', bodyLimit: MAX_BODY_BYTES },
        (request, body, done) => {
          if (body === '') done(null, {});
          else void parseJson(request, body, done);
        },
      );
      // The file itself, streamed: only the operations that take one (their routes say so) come as any other type.
      scope.addContentTypeParser('*', (request, payload, done) => {
        if (takesFile(request.routeOptions.url)) done(null, payload);
        else done(Object.assign(new Error('another type'), { statusCode: 415 }));
      });
      scope.addHook('onRequest', (_request, reply, done) => {
        reply.headers(ctx.config.publicUrl.startsWith('https:') ? { ...guards, ...overHttps } : guards);
        done();
      });
      scope.setErrorHandler((error, request, reply) => sendProblem(ctx, error, request, reply));
      // Not which: an address holds whatever somebody typed.
      scope.setNotFoundHandler((request, reply) =>
        sendProblem(ctx, new Fault('not_found', `there is no such ${request.method} operation`), request, reply),
      );
      let document: string | undefined;
      scope.get('/openapi.json', async (_request, reply) => {
        document ??= JSON.stringify(openApiDocument(ctx.config.publicUrl));
        return reply.type('application/json; charset=utf-8').send(document);
      });
      for (const name of operationNames)
        scope.route({
          method: operations[name].kind === 'read' ? 'GET' : 'POST',
          exposeHeadRoute: false,
          bodyLimit: (operations[name] as Operation).file ? MAX_FILE_BYTES : MAX_BODY_BYTES,
          url: `/${name satisfies OperationName}`,
          handler: (request, reply) => answerOperation({ ctx, parts, rates, checkAnswers }, name, request, reply),
          errorHandler: (error, request, reply) => {
            sendProblem(ctx, parts.checkAnswers ? checkFault(name, error) : error, request, reply);
          },
        });
    },
    { prefix: API_PREFIX },
  );
}
