import { conveyorStatement, type DbCtx, inWorkspace, sql, withWorkspace } from '@balcao/db';
import { readBot } from '../settings/read-bot.ts';

const DAY_MS = 86_400_000;
/** A lapsed reservation may still be settled late, but not days later. */
const RESERVATIONS_MS = 2 * DAY_MS;

const workspaces = sql('governance/all-workspaces', 'select id from workspaces');
// Indexes: bot_reservations_pkey, answer_cache_expired, bot_memories_pkey.
const reservations = sql(
  'governance/forget-reservations',
  `delete from bot_reservations where workspace_id = $1 and state <> 'held' and lapses_at < $2`,
);
const answers = sql(
  'governance/forget-answers',
  'delete from answer_cache where workspace_id = $1 and expires_at < $2',
);
// Older than the company keeps it, or written while it was being erased.
const memories = sql(
  'governance/forget-memories',
  `delete from bot_memories m where m.workspace_id = $1 and (m.updated_at < $2
     or exists (select from bot_forgotten f where f.workspace_id = $1 and f.contact_id = m.contact_id and f.at >= m.updated_at))`,
);

/** What is over: settled reservations, answers too old to be given again, memories that are not kept any longer. */
export async function forgetOldOfBot(ctx: DbCtx): Promise<void> {
  const now = ctx.clock.now().getTime();
  for (const { id } of await conveyorStatement<{ id: string }>(ctx, workspaces)) {
    const inside = inWorkspace(ctx, id);
    await withWorkspace(inside, async (tx) => {
      const { memory } = await readBot(inside, tx);
      await tx.run(reservations, [id, new Date(now - RESERVATIONS_MS)]);
      await tx.run(answers, [id, new Date(now)]);
      await tx.run(memories, [id, new Date(now - memory.keepDays * DAY_MS)]);
    });
  }
}
