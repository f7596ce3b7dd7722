import { type DbCtx, sql, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { testLine, ticketLab } from '@balcao/testkit';
import { findPlace, list, type QueuedReply, queueReply } from '../../messages/index.ts';
import type { SendChannel } from '../sending/types.ts';

const setWindow = sql('test/desk-window', 'update conversations set window_until = $2, floor = $3 where id = $1');
const addFile = sql(
  'test/desk-file',
  `insert into media (workspace_id, id, direction, kind, mime, size, sha256, file_name, state, storage_key, created_at)
   values ($1, $2, 'out', $3, 'image/png', 10, repeat('a', 64), 'a.png', 'stored', 'x', now())`,
);

export const channel: SendChannel = {
  perPair: false,
  checkContent(content) {
    if (content.kind === 'text' && content.text.length > 4096) throw new Fault('over_limit', 'too long');
  },
};

/** A company with a number, a ticket with an open window, and people who write in it. */
export async function deskLab(base: DbCtx) {
  const line = await testLine(base);
  const lab = ticketLab(line);
  const { ctx } = line;
  return {
    ...lab,
    ctx,
    line,
    /** A ticket whose customer has just written; its conversation has its id. */
    async talk(more: Parameters<typeof lab.ticket>[0] & { floor?: string; windowMs?: number } = {}): Promise<string> {
      const { floor = 'bot', windowMs = 3_600_000, ...ticket } = more;
      const id = await lab.ticket(ticket);
      const until = new Date(ctx.clock.now().getTime() + windowMs);
      await lab.within((tx) => tx.run(setWindow, [id, until, floor]));
      return id;
    },
    async file(kind = 'image'): Promise<string> {
      const id = ctx.ids.uuid();
      await lab.within((tx) => tx.run(addFile, [ctx.workspaceId, id, kind]));
      return id;
    },
    bot: (conversationId: string, text: string): Promise<QueuedReply[]> => {
      const as: WorkspaceCtx = { ...ctx, actor: { kind: 'bot' } };
      const content = { kind: 'text', text } as const;
      return lab.within((tx) =>
        queueReply(as, tx, [
          { conversationId, channelId: line.channel.id, origin: 'bot', content, text, paced: false },
        ]),
      );
    },
    place: (conversationId: string) => lab.within((tx) => findPlace(ctx, tx, conversationId)),
    /** Oldest first. */
    messages: async (conversationId: string) => (await lab.within((tx) => list(ctx, tx, [conversationId]))).reverse(),
  };
}
