import { Readable } from 'node:stream';
import { type OperationName, operations } from '@balcao/contract';
import { keepAnswer, takeAnswer } from '@balcao/core/access';
import { withWorkspace } from '@balcao/db';
import type { ApiParts, Caller, SentFile } from './api-parts.ts';
import type { Answered, Api, Asked } from './asked.ts';
import { verbs } from './verbs/index.ts';
import { checkAnswer } from './well-said.ts';

/**
 * An operation that speaks to somebody else: done with no transaction open. A repeated request finds its answer once there is
 * one; a repetition that comes before that does the work again.
 */
export async function answerOutside(
  api: Api,
  name: OperationName,
  { caller, input, idempotent, request }: Asked,
): Promise<Answered> {
  const known = idempotent && (await withWorkspace(caller.ctx, (tx) => takeAnswer(tx, caller.ctx, idempotent)));
  if (known !== undefined && known.answer !== null) return { answer: known.answer, replayed: true };
  // As in answer-operation.ts: the pairing by name is what TypeScript cannot follow through a union.
  const run = verbs[name] as unknown as (
    caller: Caller,
    input: unknown,
    parts: ApiParts,
    file: SentFile,
  ) => Promise<unknown>;
  const body = request.body instanceof Readable ? request.body : Readable.from([]);
  const answer = await run(caller, input, api.parts, { body, mime: request.headers['content-type'] });
  if (api.checkAnswers) checkAnswer(name, operations[name].output, answer);
  if (idempotent !== undefined) await withWorkspace(caller.ctx, (tx) => keepAnswer(tx, idempotent, answer));
  return { answer, replayed: false };
}
