import { backoff, Fault } from '@balcao/kernel';
import { type ChannelCredentials, treatments } from '../../port/index.ts';
import type { Obj } from '../inbound/values.ts';
import { callGraph, type GraphResult } from './call-graph.ts';
import type { ChannelBreakers } from './channel-breakers.ts';
import { classifyAnswer } from './classify-answer.ts';
import type { GraphCtx } from './graph-ctx.ts';

const attempts = 3;
const timeoutMs = 10_000;
/** Longer than this the caller's own job should wait, not a held connection. */
const maxWaitMs = 5_000;

/** A read: repeated where it may help, since asking twice changes nothing. Throws Fault('not_found' | 'provider_failed' | 'unavailable'). */
export async function readGraph(
  ctx: GraphCtx,
  breakers: ChannelBreakers,
  credentials: ChannelCredentials,
  path: string,
): Promise<Obj> {
  for (let attempt = 1; ; attempt++) {
    const result = await breakers.run(credentials.channelId, () =>
      callGraph(ctx, credentials, { method: 'GET', path, timeoutMs }),
    );
    if (result?.kind === 'done') return result.json;
    const fault = faultOf(result);
    const waitMs = Math.max(waitOf(result), backoff(attempt, { baseMs: 200, maxMs: 2_000 }, ctx.random));
    if (fault.code !== 'unavailable' || attempt === attempts || waitMs > maxWaitMs) throw fault;
    await ctx.clock.sleep(waitMs);
  }
}

const waitOf = (result: GraphResult | undefined) => (result?.kind === 'refused' ? (result.refusal.waitMs ?? 0) : 0);

/** What a refused or lost call is to those who wait for its answer. */
export function faultOf(result: GraphResult | undefined): Fault {
  if (result === undefined) return new Fault('unavailable', 'The Graph API did not answer lately: not asked.');
  if (result.kind === 'done') return new Fault('provider_failed', 'The Graph API answered something unexpected.');
  if (result.kind !== 'refused') return new Fault('unavailable', result.detail);
  const { refusal } = result;
  const { treatment, detail, afterMs } = classifyAnswer(refusal);
  const data = { treatment, providerCode: refusal.code };
  // Meta says 400, code 100, subcode 33 for an object that is gone.
  if (refusal.status === 404 || (refusal.code === 100 && /subcode 33\b/.test(detail)))
    return new Fault('not_found', detail, data);
  if (treatments[treatment].next !== 'retry') return new Fault('provider_failed', detail, data);
  return new Fault('unavailable', detail, { ...data, retryAfter: Math.ceil((afterMs ?? 1000) / 1000) });
}
