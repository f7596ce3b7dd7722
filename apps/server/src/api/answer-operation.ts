import { type Operation, type OperationName, operations, takesIdempotencyKey } from '@balcao/contract';
import { type IdempotentRequest, keepAnswer, logReads, takeAnswer } from '@balcao/core/access';
import { type Tx, withWorkspace } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerOutside } from './answer-outside.ts';
import { answerVisit } from './answer-visit.ts';
import type { ApiParts, Caller } from './api-parts.ts';
import type { Answered, Api, Asked } from './asked.ts';
import { authenticateRequest } from './authenticate-request.ts';
import { sendAnswer } from './send-answer.ts';
import { shownTo } from './shown-to.ts';
import { verbs } from './verbs/index.ts';
import { checkAnswer, parseInput } from './well-said.ts';

/** One request: who, how often, may they, is it well said; then one transaction, in which a repeated request finds its answer. */
export async function answerOperation(
  api: Api,
  name: OperationName,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const operation: Operation = operations[name];
  if (operation.scope === 'person' || operation.scope === 'anyone') return await answerVisit(api, name, request, reply);
  const caller = await authenticateRequest(api, operation, request, reply);
  await api.rates.spend(caller.by.id, reply);
  if (!caller.scopes.includes(operation.scope))
    throw new Fault('forbidden', `this ${caller.by.kind === 'member' ? 'role' : 'key'} lacks ${operation.scope}`, {
      scope: operation.scope,
    });
  const asked = operation.kind === 'read' || operation.file ? request.query : (request.body ?? {});
  const input = parseInput(operation.input, asked);
  const idempotent = takesIdempotencyKey(operation) ? idempotencyOf(request, caller, name, asked) : undefined;
  const answered = operation.outside ? answerOutside : answerInside;
  const done = await answered(api, name, { caller, input, idempotent, request });
  if (done.replayed) reply.header('idempotent-replayed', 'true');
  const sent = sendAnswer(operation.kind, request, reply, done.answer);
  logReads(caller.ctx, shownTo(name, input, done.answer), { address: caller.address, device: caller.device });
  return sent;
}

function answerInside(api: Api, name: OperationName, { caller, input, idempotent }: Asked): Promise<Answered> {
  // The verb's input is what its own schema gave: the pairing by name is what TypeScript cannot follow through a union.
  const run = verbs[name] as unknown as (caller: Caller, tx: Tx, input: unknown, parts: ApiParts) => Promise<unknown>;
  return withWorkspace(caller.ctx, async (tx) => {
    const known = idempotent && (await takeAnswer(tx, caller.ctx, idempotent));
    if (known !== undefined) return { answer: known.answer, replayed: true };
    const answer = await run(caller, tx, input, api.parts);
    if (api.checkAnswers) checkAnswer(name, operations[name].output, answer);
    if (idempotent !== undefined) await keepAnswer(tx, idempotent, answer);
    return { answer, replayed: false };
  });
}

function idempotencyOf(
  request: FastifyRequest,
  caller: Caller,
  operation: OperationName,
  asked: unknown,
): IdempotentRequest | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key))
    throw new Fault('invalid_input', 'an Idempotency-Key is 1 to 255 printable characters without spaces');
  return { askerId: caller.by.id, key, operation, body: JSON.stringify(asked) };
}
