import { conveyorStatement, type DbCtx, sql } from '@balcao/db';
import { Fault, isUuid } from '@balcao/kernel';
import { channelColumns } from '../rows.ts';
import type { Channel } from '../types.ts';

const byId = sql('workspaces/find-channel', `select ${channelColumns} from channels where id = $1`);
const byNumber = sql(
  'workspaces/find-channel-by-number',
  `select ${channelColumns} from channels where kind = 'whatsapp-cloud' and phone_number_id = $1`,
);

/** For the operator's own commands: a channel by its id or its phone number id, whatever its workspace. */
export async function findChannel(ctx: DbCtx, idOrNumberId: string): Promise<Channel> {
  const [found] = await conveyorStatement<Channel>(ctx, isUuid(idOrNumberId) ? byId : byNumber, [idOrNumberId]);
  if (found === undefined) throw new Fault('not_found', `there is no channel "${idOrNumberId}"`);
  return found;
}
