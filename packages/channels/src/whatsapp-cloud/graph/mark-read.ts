import type { ChannelCredentials, MarkReadOutcome } from '../../port/index.ts';
import { renderMarkRead } from '../outbound/render-mark-read.ts';
import { callGraph } from './call-graph.ts';
import type { ChannelBreakers } from './channel-breakers.ts';
import type { GraphCtx } from './graph-ctx.ts';
import { outcomeOf } from './send-message.ts';

const timeoutMs = 5_000;

/** Marks it and all earlier ones read; nobody repeats it when it fails. */
export async function markRead(
  ctx: GraphCtx,
  breakers: ChannelBreakers,
  credentials: ChannelCredentials,
  request: { readonly providerId: string; readonly typing?: boolean | undefined },
): Promise<MarkReadOutcome> {
  const body = JSON.stringify(renderMarkRead(request.providerId, request.typing === true));
  const path = `${encodeURIComponent(credentials.phoneNumberId)}/messages`;
  const result = await breakers.run(credentials.channelId, () =>
    callGraph(ctx, credentials, { method: 'POST', path, body, timeoutMs }),
  );
  return outcomeOf(result, (json) => (json['success'] === true ? ({ outcome: 'done' } as const) : undefined));
}
