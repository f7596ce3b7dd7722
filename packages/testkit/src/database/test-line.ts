import { createChannel, createWorkspace, setBotFlow } from '@balcao/core/workspaces';
import { type DbCtx, inWorkspace, type WorkspaceCtx, withWorkspace } from '@balcao/db';

export interface TestLine {
  readonly ctx: WorkspaceCtx;
  /** As ingest knows it. */
  readonly channel: { id: string; workspaceId: string; phoneNumberId: string; accountId: string; joinMs: number };
}

export interface TestLineOptions {
  readonly flow?: unknown;
  readonly perSecond?: number;
  readonly perPair?: boolean;
  readonly joinMs?: number;
}

const echo = { version: 1, start: 'echo', steps: { echo: { reply: '{{message.text}}' } } };
let lines = 0;

/** A workspace of its own with one number, whose bot echoes unless told otherwise. */
export async function testLine(base: DbCtx, options: TestLineOptions = {}): Promise<TestLine> {
  const n = ++lines;
  const workspace = await createWorkspace(base, { name: `Loja ${n}`, slug: `loja-${n}-${base.ids.uuid().slice(-8)}` });
  const ctx = inWorkspace(base, workspace.id);
  const parsed = options.flow ?? echo;
  const made = await withWorkspace(ctx, async (tx) => {
    const channel = await createChannel(tx, ctx, {
      phoneNumberId: `5550${n}${Date.now()}`,
      wabaId: `7770${n}`,
      appSecret: `app-secret-${n}`,
      accessToken: `access-token-${n}`,
      verifyToken: `verify-token-${n}`,
      perSecond: options.perSecond ?? 100_000,
      perPair: options.perPair ?? false,
      joinMs: options.joinMs ?? 0,
    });
    await setBotFlow(tx, ctx, { channelId: channel.id, source: JSON.stringify(parsed), parsed });
    return channel;
  });
  const { id, workspaceId, phoneNumberId, wabaId, joinMs } = made;
  return { ctx, channel: { id, workspaceId, phoneNumberId, accountId: wabaId, joinMs } };
}
