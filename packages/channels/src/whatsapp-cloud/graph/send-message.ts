import type { ChannelCredentials, SendOutcome, SendRequest } from '../../port/index.ts';
import { identifier, listOf, type Obj, objectOrEmpty, phone } from '../inbound/values.ts';
import { checkContent } from '../outbound/check-content.ts';
import { renderMessage } from '../outbound/render-message.ts';
import { callGraph, type GraphResult } from './call-graph.ts';
import type { ChannelBreakers } from './channel-breakers.ts';
import { classifyAnswer, failed } from './classify-answer.ts';
import type { GraphCtx } from './graph-ctx.ts';

/** One attempt. Whether there is another is the outbox's affair: it knows whether the message may have gone. */
export async function sendMessage(
  ctx: GraphCtx,
  breakers: ChannelBreakers,
  credentials: ChannelCredentials,
  request: SendRequest,
  timeoutMs: number,
): Promise<SendOutcome> {
  checkContent(request.content);
  const body = JSON.stringify(renderMessage(request));
  const path = `${encodeURIComponent(credentials.phoneNumberId)}/messages`;
  const result = await breakers.run(credentials.channelId, () =>
    callGraph(ctx, credentials, { method: 'POST', path, body, timeoutMs }),
  );
  return outcomeOf(result, accepted);
}

/** The same for every POST whose repetition would be seen: certain failures are 'failed', doubts are 'unknown'. */
export function outcomeOf<T>(result: GraphResult | undefined, read: (json: Obj) => T | undefined) {
  if (result === undefined) return notSent('not tried: the Graph API did not answer lately');
  switch (result.kind) {
    case 'done':
      return read(result.json) ?? ({ outcome: 'unknown', reason: 'unreadable_answer', detail: 'no id in it' } as const);
    case 'refused':
      return classifyAnswer(result.refusal);
    case 'not_sent':
      return notSent(result.detail);
    case 'lost':
      return { outcome: 'unknown', reason: result.reason, detail: result.detail } as const;
  }
}

const notSent = (detail: string) => ({ ...failed('retry', detail), notSent: true }) as const;

function accepted(json: Obj): SendOutcome | undefined {
  const message = objectOrEmpty(listOf(json['messages'])[0]);
  const contact = objectOrEmpty(listOf(json['contacts'])[0]);
  const providerId = identifier(message['id']);
  if (providerId === undefined) return undefined;
  return {
    outcome: 'accepted',
    providerId,
    waId: phone(contact['wa_id']),
    bsuid: identifier(contact['user_id']),
    held: message['message_status'] === 'held_for_quality_assessment' ? true : undefined,
  };
}
