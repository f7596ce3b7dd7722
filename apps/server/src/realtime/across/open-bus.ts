import type { DbCtx } from '@balcao/db';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { createClient } from 'redis';
import type { Server } from 'socket.io';
import { type Bus, type Hear, parseWord, type Word } from './bus.ts';
import { openPostgresBus } from './postgres-bus.ts';

const WORD = 'balcao_word';
/** Of the stream; what Redis keeps of us is bounded whatever happens. */
const STREAM_AT_MOST = 1_000;
const RECONNECT_AT_MOST_MS = 2_000;

/** Over Redis while it is there, over PostgreSQL otherwise: the ledger goes neither way, so losing Redis loses no event. */
export async function openBus(ctx: DbCtx, io: Server, processId: string, hear: Hear): Promise<Bus> {
  const postgres = await openPostgresBus(ctx, processId, hear);
  const url = ctx.config.redisUrl?.reveal();
  if (url === undefined)
    return { tell: (word) => postgres.tell(word), health: () => ({ by: 'postgres' }), close: () => postgres.close() };

  const client = createClient({
    url,
    RESP: 2, // what the adapter reads
    pingInterval: 10_000,
    commandsQueueMaxLength: 1_000,
    socket: { reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, RECONNECT_AT_MOST_MS), connectTimeout: 2_000 },
  });
  let away = false;
  client.on('ready', () => {
    if (away) ctx.log.info({}, 'Redis is back');
    away = false;
  });
  client.on('error', (error: unknown) => {
    if (!away) ctx.log.warn({ err: error }, 'Redis is away; presence and typing go through PostgreSQL meanwhile');
    away = true;
  });
  // Not awaited: the program starts without it, and it comes when it comes.
  client.connect().catch(() => undefined);
  io.adapter(createAdapter(client, { streamName: 'balcao:realtime', channelPrefix: 'balcao', maxLen: STREAM_AT_MOST }));
  io.on(WORD, (text: unknown) => {
    const word = parseWord(text);
    if (word) hear(word);
  });
  return {
    tell(word: Word) {
      if (client.isReady) io.serverSideEmit(WORD, JSON.stringify(word));
      else postgres.tell(word);
    },
    health: () => ({ by: client.isReady ? 'redis' : 'postgres', redis: client.isReady }),
    async close() {
      await postgres.close();
      await io.of('/').adapter.close();
      client.destroy();
    },
  };
}
