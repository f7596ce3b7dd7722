import type { ChannelCredentials } from '@balcao/channels/port';
import { createWhatsAppCloud, type WhatsAppCloud } from '@balcao/channels/whatsapp-cloud';
import { CHANNELS_CHANGED, type LoadedChannel, loadChannels } from '@balcao/core/workspaces';
import type { DbCtx } from '@balcao/db';
import { createPump } from '@balcao/kernel';
import { loopbackOf } from './loopback.ts';

export interface KnownChannel extends LoadedChannel {
  readonly credentials: ChannelCredentials;
  readonly adapter: WhatsAppCloud;
}

/** Every channel with its secrets opened, in memory: the gate knows whose webhook it is without asking the database. */
export interface ChannelDirectory {
  byId(id: string): KnownChannel | undefined;
  byNumber(phoneNumberId: string): KnownChannel | undefined;
  ofAccount(wabaId: string): readonly KnownChannel[];
  all(): readonly KnownChannel[];
  /** The provider's own address, for numbers that are no channels yet. */
  readonly whatsapp: WhatsAppCloud;
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/** The demo's number talks to the simulator inside this program, wherever it listens today. */
function graphBaseUrlOf(ctx: DbCtx, channel: Pick<LoadedChannel, 'graphBaseUrl'>): string {
  if (channel.graphBaseUrl !== 'simulator') return channel.graphBaseUrl ?? ctx.config.graphApiBaseUrl;
  return `http://${loopbackOf(ctx.config.host)}:${ctx.config.port}/simulator/v26.0`;
}

/** Should a notification be missed, the directory is at most this old. */
const REFRESH_MS = 15_000;

export async function openChannelDirectory(ctx: DbCtx): Promise<ChannelDirectory> {
  let channels = new Map<string, KnownChannel>();
  let byNumber = new Map<string, KnownChannel>();
  let byAccount = new Map<string, KnownChannel[]>();
  const adapters = new Map<string, WhatsAppCloud>();

  function adapterOf(channel: Pick<LoadedChannel, 'graphBaseUrl'>): WhatsAppCloud {
    const baseUrl = graphBaseUrlOf(ctx, channel);
    const known = adapters.get(baseUrl);
    if (known) return known;
    const config =
      channel.graphBaseUrl === null
        ? ctx.config
        : { ...ctx.config, graphApiBaseUrl: baseUrl, graphApiAllowsPrivate: true };
    const adapter = createWhatsAppCloud({ ...ctx, config });
    adapters.set(baseUrl, adapter);
    return adapter;
  }

  async function load(): Promise<void> {
    const loaded = (await loadChannels(ctx)).map((channel): KnownChannel => {
      const { id: channelId, phoneNumberId, wabaId: accountId, accessToken } = channel;
      return {
        ...channel,
        credentials: { channelId, phoneNumberId, accountId, accessToken },
        adapter: adapterOf(channel),
      };
    });
    channels = new Map(loaded.map((channel) => [channel.id, channel]));
    byNumber = new Map(loaded.map((channel) => [channel.phoneNumberId, channel]));
    byAccount = Map.groupBy(loaded, (channel) => channel.wabaId);
  }

  const pump = createPump(
    async () => {
      await load();
      return false;
    },
    (error) => ctx.log.warn({ err: error }, 'the channels could not be read again; those known stay in use'),
  );
  await load();
  const unlisten = await ctx.db.listen(CHANNELS_CHANGED, () => pump.wake());
  const timer = setInterval(() => pump.wake(), REFRESH_MS);
  timer.unref();

  return {
    byId: (id) => channels.get(id),
    byNumber: (phoneNumberId) => byNumber.get(phoneNumberId),
    ofAccount: (wabaId) => byAccount.get(wabaId) ?? [],
    all: () => [...channels.values()],
    whatsapp: adapterOf({ graphBaseUrl: null }),
    refresh: load,
    async close() {
      clearInterval(timer);
      await unlisten();
      await pump.idle();
    },
  };
}
