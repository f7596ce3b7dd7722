import { chooseLanguage, type Operation, type OperationName, operations } from '@balcao/contract';
import { deriveCtx, Fault } from '@balcao/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { authenticateSession, checkSameOrigin, cookiesOf, deviceOf } from '../people/index.ts';
import type { ApiParts, Visit } from './api-parts.ts';
import type { Api } from './asked.ts';
import { sendAnswer } from './send-answer.ts';
import { verbs } from './verbs/index.ts';
import { checkAnswer, parseInput } from './well-said.ts';

/** Operations in no workspace: what a person does with their own account, and what anybody may do before signing in. */
export async function answerVisit(
  api: Api,
  name: OperationName,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const operation: Operation = operations[name];
  if (operation.kind === 'write') checkSameOrigin(api.ctx, request);
  const visit = await visitOf(api, request, reply);
  if (visit.session === undefined) await api.rates.visit(request.ip, reply);
  else await api.rates.spend(visit.session.sessionId, reply);
  if (operation.scope === 'person' && visit.session === undefined)
    throw new Fault('unauthenticated', 'nobody is signed in here');
  const input = parseInput(operation.input, operation.kind === 'read' ? request.query : (request.body ?? {}));
  // As in answer-operation.ts: the pairing by name is what TypeScript cannot follow through a union.
  const run = verbs[name] as unknown as (visit: Visit, input: unknown, parts: ApiParts) => Promise<unknown>;
  const answer = await run(visit, input, api.parts);
  if (api.checkAnswers) checkAnswer(name, operation.output, answer);
  return sendAnswer(operation.kind, request, reply, answer);
}

async function visitOf({ ctx }: Api, request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
  const session = await authenticateSession(ctx, request.headers.cookie);
  const actor = session === undefined ? ctx.actor : ({ kind: 'person', id: session.personId } as const);
  return {
    ctx: deriveCtx(ctx, { actor, requestId: request.id }),
    address: request.ip,
    device: deviceOf(request),
    language: chooseLanguage(request.headers['accept-language']),
    session,
    cookies: cookiesOf(ctx, request, reply),
  };
}
