import { GraphProblem } from '../graph/graph-problem.ts';
import type { NumberState } from '../model.ts';
import type { World } from '../world.ts';

export interface Handshake {
  ok: boolean;
  status: number | null;
  body: string;
}

/** The GET by which Meta makes sure that the address is ours: the challenge must come back as it is. */
export async function shakeHands(world: World, number: NumberState): Promise<Handshake> {
  if (!number.webhookUrl) throw new GraphProblem(100, 'This number has no webhook address');
  const challenge = String(Math.floor(world.random() * 2_000_000_000));
  const url = new URL(number.webhookUrl);
  url.searchParams.set('hub.mode', 'subscribe');
  url.searchParams.set('hub.challenge', challenge);
  url.searchParams.set('hub.verify_token', number.verifyToken ?? '');
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(world.retry.timeoutMs) });
    const body = await answer.text();
    return { ok: answer.status === 200 && body === challenge, status: answer.status, body: body.slice(0, 1000) };
  } catch (cause) {
    return { ok: false, status: null, body: String(cause) };
  }
}
