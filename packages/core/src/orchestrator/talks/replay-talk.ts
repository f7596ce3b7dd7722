import type { BotState } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { loadFlow } from '../../flows/index.ts';
import { decide } from '../machine/decide.ts';
import type { TurnFacts } from '../machine/facts.ts';
import { fingerprintOf } from '../machine/fingerprint-of.ts';
import type { TalkPage } from './read-talk.ts';
import { turnsToReplay } from './rows.ts';

interface Recorded {
  readonly id: string;
  readonly at: Date;
  readonly from: BotState;
  readonly to: BotState;
  readonly event: string;
  readonly rule: string;
  readonly flowVersionId: string | null;
  readonly facts: TurnFacts;
  readonly fingerprint: string;
}

interface Decided {
  readonly event: string;
  readonly rule: string;
  readonly from: BotState;
  readonly to: BotState;
}

export interface ReplayedTurn {
  readonly id: string;
  readonly at: Date;
  readonly same: boolean;
  readonly was: Decided;
  readonly now: Decided;
  /** What it would say now. */
  readonly replies: readonly string[];
}

/** Decides a past talk again, from what is written down of it and nothing else. Newest first. */
export async function replayTalk(
  ctx: WorkspaceCtx,
  tx: Tx,
  conversationId: string,
  { before, limit }: TalkPage,
): Promise<{ same: boolean; turns: readonly ReplayedTurn[]; next: string | null }> {
  const params = [ctx.workspaceId, conversationId, before ?? null, limit + 1];
  const rows = await tx.rows<Recorded>(turnsToReplay, params);
  const turns: ReplayedTurn[] = [];
  for (const { id, at, from, to, event, rule, flowVersionId, facts, fingerprint } of rows.slice(0, limit)) {
    const flow = flowVersionId === null ? undefined : await loadFlow(ctx, tx, flowVersionId);
    const decision = decide({ ...facts, flow });
    turns.push({
      id,
      at,
      same: fingerprintOf(decision) === fingerprint,
      was: { event, rule, from, to },
      now: { event: decision.event, rule: decision.rule, from: decision.from, to: decision.to },
      replies: decision.replies.flatMap(({ text }) => text ?? []),
    });
  }
  const next = rows.length > limit ? (turns.at(-1)?.id ?? null) : null;
  return { same: turns.every((turn) => turn.same), turns, next };
}
