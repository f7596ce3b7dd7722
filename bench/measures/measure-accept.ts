import { type Exchange, runClosedLoop } from '../load/index.ts';

/** Webhooks acknowledged per second, 64 in flight, replies or none: what the door alone holds. */
export async function measureAccept(exchange: Exchange, forMs: number, atMost: number): Promise<number> {
  const letters = exchange.write(atMost, 5_000);
  const { acked, seconds } = await runClosedLoop(exchange, { letters, until: 'ack', inFlight: 64, forMs });
  return acked / seconds;
}
