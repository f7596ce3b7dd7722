import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { type Keeper, mayUse } from '../keeper.ts';
import type { Canned } from './canned.ts';
import { fillVariables } from './fill-variables.ts';
import { readFacts } from './read-facts.ts';
import { getCanned } from './rows.ts';

export interface RenderedCanned {
  readonly text: string;
  readonly mediaIds: readonly string[];
  readonly missing: readonly string[];
}

/** As this keeper would send it in this conversation. */
export async function renderCanned(
  ctx: WorkspaceCtx,
  tx: Tx,
  keeper: Keeper,
  asked: { readonly id: string; readonly conversationId: string },
): Promise<RenderedCanned> {
  const found = await tx.one<Canned>(getCanned, [ctx.workspaceId, asked.id]);
  if (found === undefined || !mayUse(keeper, found)) throw new Fault('not_found', 'there is no such canned reply');
  const facts = await readFacts(ctx, tx, asked.conversationId, keeper.memberId);
  return { ...fillVariables(found.body, facts), mediaIds: found.mediaIds };
}
