import type { Tx, WorkspaceCtx } from '@balcao/db';
import { formatPhone } from '@balcao/kernel';
import { readSettings } from '../../workspaces/index.ts';
import { variableFacts } from '../rows.ts';
import type { VariableFacts } from './fill-variables.ts';

interface Row {
  readonly contactName: string | null;
  readonly waId: string | null;
  readonly protocol: string | null;
  readonly memberName: string | null;
}

/** What the variables stand for in this conversation, for this member. */
export async function readFacts(
  ctx: WorkspaceCtx,
  tx: Tx,
  conversationId: string,
  memberId: string | null,
): Promise<VariableFacts> {
  const [row, settings] = await Promise.all([
    tx.one<Row>(variableFacts, [ctx.workspaceId, conversationId, memberId]),
    readSettings(tx),
  ]);
  return {
    contactName: row?.contactName ?? null,
    contactPhone: row?.waId ? formatPhone(`+${row.waId}`) : null,
    memberName: row?.memberName ?? null,
    workspaceName: settings.name,
    protocol: row?.protocol ?? null,
    timeZone: settings.timeZone,
    language: settings.language,
    now: ctx.clock.now(),
  };
}
