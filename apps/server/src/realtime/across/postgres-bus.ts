import { conveyorStatement, type DbCtx, sql } from '@balcao/db';
import { createPump } from '@balcao/kernel';
import { type Hear, parseWord, type Word } from './bus.ts';

const CHANNEL = 'balcao_realtime';
const notify = sql('realtime/notify', `select pg_notify('${CHANNEL}', word) from unnest($1::text[]) as t(word)`);
/** Words of a moment that nobody could be told are of no use later. */
const WAITING_AT_MOST = 500;
/** NOTIFY takes its turn at every commit: many words share one. */
const TOGETHER_MS = 50;

export interface PostgresBus {
  tell(word: Word): void;
  close(): Promise<void>;
}

export async function openPostgresBus(ctx: DbCtx, processId: string, hear: Hear): Promise<PostgresBus> {
  const words = new Set<string>();
  const closing = new AbortController();
  const pump = createPump(
    async () => {
      await ctx.clock.sleep(TOGETHER_MS, closing.signal);
      const said = [...words];
      words.clear();
      if (said.length > 0 && !closing.signal.aborted) await conveyorStatement(ctx, notify, [said]);
      return false;
    },
    () => undefined, // the next word, or the next look at the rows
  );
  const unlisten = await ctx.db.listen(CHANNEL, (payload) => {
    const from = payload.slice(0, processId.length);
    if (from === processId) return;
    const word = parseWord(payload.slice(processId.length));
    if (word) hear(word);
  });
  return {
    tell(word) {
      if (words.size >= WAITING_AT_MOST) return;
      words.add(processId + JSON.stringify(word));
      pump.wake();
    },
    async close() {
      closing.abort();
      await pump.idle();
      await unlisten();
    },
  };
}
