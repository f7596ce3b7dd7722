import { sql, type Tx } from '@balcao/db';
import { channelColumns } from '../rows.ts';
import type { Channel } from '../types.ts';

const list = sql('workspaces/list-channels', `select ${channelColumns} from channels order by id`);

export async function listChannels(tx: Tx): Promise<Channel[]> {
  return await tx.rows<Channel>(list);
}
