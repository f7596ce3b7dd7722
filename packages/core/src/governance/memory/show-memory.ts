import type { Tx, WorkspaceCtx } from '@balcao/db';
import { readBot } from '../settings/read-bot.ts';
import { type Known, knownOf } from './rows.ts';

/** All that the bot may know of a person, for who asks on their behalf. */
export const showMemory = async (ctx: WorkspaceCtx, tx: Tx, contactId: string): Promise<Known[]> =>
  await knownOf(tx, await readBot(ctx, tx), contactId, ctx.clock.now());
