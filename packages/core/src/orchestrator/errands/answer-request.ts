import { type WorkspaceCtx, workspaceStatement } from '@balcao/db';
import type { AnswerRequest, Said } from '../../answers/index.ts';
import { quotedBy, saidBefore } from './rows.ts';
import type { ClaimedErrand, ErrandRequest } from './types.ts';

/** So much of the talk is given along. */
const HISTORY = 12;

/** The question with what was said before it. */
export async function answerRequest(
  ctx: WorkspaceCtx,
  errand: ClaimedErrand,
  request: Extract<ErrandRequest, { kind: 'answer' }>,
): Promise<AnswerRequest> {
  type Row = { direction: 'in' | 'out'; origin: string; text: string };
  const params = [ctx.workspaceId, errand.conversationId, request.fromSeq, HISTORY];
  const rows = await workspaceStatement<Row>(ctx, saidBefore, params);
  const quoted = await quotedOf(ctx, errand, request.messageId);
  return {
    conversationId: errand.conversationId,
    contactId: errand.contactId,
    channelId: errand.channelId,
    ticketId: request.ticketId,
    messageId: request.messageId ?? errand.id,
    question: request.question,
    attached: quoted.map((text) => ({ kind: 'quoted' as const, text })),
    history: rows.reverse().map(({ direction, origin, text }) => ({ by: speaker(direction, origin), text })),
    understanding: request.understanding,
    language: request.language,
    deadline: errand.giveUpAt,
  };
}

async function quotedOf(ctx: WorkspaceCtx, errand: ClaimedErrand, messageId: string | null): Promise<string[]> {
  if (messageId === null) return [];
  const params = [ctx.workspaceId, messageId, errand.channelId];
  return (await workspaceStatement<{ text: string }>(ctx, quotedBy, params)).map((row) => row.text);
}

const speaker = (direction: 'in' | 'out', origin: string): Said['by'] => {
  if (direction === 'in') return 'customer';
  return origin === 'bot' ? 'bot' : 'person';
};
