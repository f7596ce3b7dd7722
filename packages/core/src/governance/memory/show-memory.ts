import type { Tx, WorkspaceCtx } from '@balcao/db';
import type { HistoryEyes } from '../../contacts/index.ts';
import { readBot } from '../settings/read-bot.ts';
import { type Known, knownOf } from './rows.ts';

/** All that the bot may know of a person, for who asks on their behalf; a colleague sees summaries of the tickets they may see. */
export const showMemory = async (ctx: WorkspaceCtx, tx: Tx, contactId: string, eyes?: HistoryEyes): Promise<Known[]> =>
  await knownOf(tx, await readBot(ctx, tx), contactId, ctx.clock.now(), eyes);
