import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { channelColumns } from '../rows.ts';
import type { Channel } from '../types.ts';
import { sealSecret } from './channel-secrets.ts';
import { tellChannelsChanged } from './tell-channels-changed.ts';

export interface CreateChannelInput {
  readonly name?: string | undefined;
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly displayPhoneNumber?: string | undefined;
  readonly appSecret: string;
  readonly accessToken: string;
  readonly verifyToken: string;
  readonly perSecond?: number | undefined;
  readonly perPair?: boolean | undefined;
  readonly joinMs?: number | undefined;
  readonly graphBaseUrl?: string | undefined;
}

const insert = sql(
  'workspaces/create-channel',
  `insert into channels (workspace_id, id, kind, name, phone_number_id, waba_id, display_phone_number, app_secret, access_token,
                         verify_token, per_second, per_pair, join_ms, graph_base_url, created_at, updated_at)
   values ($1, $2, 'whatsapp-cloud', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)
   on conflict (kind, phone_number_id) do nothing
   returning ${channelColumns}`,
);

/** A WhatsApp Cloud channel. Whose number it is already is not said: it may be another company's. */
export async function createChannel(tx: Tx, ctx: WorkspaceCtx, input: CreateChannelInput): Promise<Channel> {
  const fault = whatIsWrong(input);
  if (fault !== undefined) throw new Fault('invalid_input', fault);
  const seal = sealSecret.bind(undefined, ctx.keys, ctx.workspaceId);
  const channel = await tx.one<Channel>(insert, [
    ctx.workspaceId,
    ctx.ids.uuid(),
    input.name?.trim() || input.displayPhoneNumber || `WhatsApp ${input.phoneNumberId}`,
    input.phoneNumberId,
    input.wabaId,
    input.displayPhoneNumber ?? null,
    seal('app_secret', input.appSecret),
    seal('access_token', input.accessToken),
    seal('verify_token', input.verifyToken),
    input.perSecond ?? 80,
    input.perPair ?? true,
    input.joinMs ?? 0,
    input.graphBaseUrl ?? null,
    ctx.clock.now(),
  ]);
  if (channel === undefined)
    throw new Fault('conflict', `the phone number id ${input.phoneNumberId} belongs to a channel already`);
  await record(tx, ctx, [{ type: 'channel.created', data: { channelId: channel.id, kind: channel.kind } }]);
  await tellChannelsChanged(tx, channel.id);
  return channel;
}

const isWhole = (n: number | undefined, low: number, high: number) =>
  n === undefined || (Number.isInteger(n) && n >= low && n <= high);

function whatIsWrong(input: CreateChannelInput): string | undefined {
  for (const id of ['phoneNumberId', 'wabaId'] as const)
    if (!/^\d{1,40}$/.test(input[id])) return `${id} is a number of Meta's: digits only`;
  for (const secret of ['appSecret', 'accessToken', 'verifyToken'] as const)
    if (input[secret].trim() === '') return `${secret} is empty: without it no webhook or send can be trusted`;
  if ((input.name?.trim().length ?? 0) > 200) return 'the name of a channel has at most 200 characters';
  if (!isWhole(input.perSecond, 1, 1_000_000)) return 'perSecond is a whole number from 1 to 1000000';
  if (!isWhole(input.joinMs, 0, 60_000)) return 'joinMs is a whole number of milliseconds from 0 to 60000';
  return undefined;
}
