import { ModelError, type ModelSpec, type Tried, type Usage } from '@balcao/ai/port';
import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { type Bot, reserveSpend, settleSpend } from '../../governance/index.ts';
import type { Making } from '../made.ts';
import type { AnswerRequest } from '../types.ts';

/** The company's money for the day is used up, or too little is left. */
export class OverBudget extends Error {
  override readonly name = 'OverBudget';
}

export interface Paid {
  readonly bot: Bot;
  readonly request: AnswerRequest;
  readonly making: Making;
  readonly purpose: 'answer' | 'classify' | 'embed';
  readonly models: readonly ModelSpec[];
  readonly tokensIn: number;
  readonly tokensOut: number;
}

interface Answered {
  readonly modelId: string;
  readonly model: string;
  readonly tried: readonly Tried[];
  readonly usage: Usage;
}

/** Asks with money put aside first, and settles it whatever comes: also when nobody answers. */
export async function paid<R extends Answered>(ctx: WorkspaceCtx, what: Paid, ask: () => Promise<R>): Promise<R> {
  const { bot, making, purpose, models, tokensIn, tokensOut, request } = what;
  const reserved = await withWorkspace(ctx, (tx) =>
    reserveSpend(ctx, tx, bot, { purpose, models, tokensIn, tokensOut }),
  );
  if (!reserved.ok) throw new OverBudget();
  const settle = async (spent: { modelId?: string; tokensIn: number; tokensOut: number; tried: readonly Tried[] }) => {
    const { conversationId, ticketId } = request;
    const { costMicros } = await withWorkspace(ctx, (tx) =>
      settleSpend(ctx, tx, bot, reserved.id, { purpose, ...spent, conversationId, ticketId }),
    );
    making.cost(costMicros);
  };
  try {
    const answer = await ask();
    making.spent(answer.usage, answer.tried);
    await settle({ modelId: answer.modelId, ...answer.usage, tried: answer.tried });
    return answer;
  } catch (error) {
    const tried = error instanceof ModelError ? error.tried : [];
    making.failed(tried);
    await settle({ tokensIn: 0, tokensOut: 0, tried });
    throw error;
  }
}
