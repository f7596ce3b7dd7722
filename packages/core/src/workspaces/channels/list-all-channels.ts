import { conveyorStatement, type DbCtx, sql } from '@balcao/db';
import { channelColumns } from '../rows.ts';
import type { Channel } from '../types.ts';

export type ListedChannel = Channel;

const list = sql('workspaces/list-all-channels', `select ${channelColumns} from channels order by workspace_id, id`);

/** Every channel of the house, for the operator's doctor. */
export async function listAllChannels(ctx: DbCtx): Promise<ListedChannel[]> {
  return await conveyorStatement<ListedChannel>(ctx, list);
}
