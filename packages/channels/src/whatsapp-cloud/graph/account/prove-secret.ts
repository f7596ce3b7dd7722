import { createHmac } from 'node:crypto';
import { Fault } from '@balcao/kernel';
import type { ChannelCredentials } from '../../../port/index.ts';
import type { ChannelBreakers } from '../channel-breakers.ts';
import type { GraphCtx } from '../graph-ctx.ts';
import { readGraph } from '../read-graph.ts';

/**
 * Is this the secret of the token's app? Meta checks a proof (the token signed with the secret) whenever one is given, and refuses
 * a wrong one with error 100. Throws what any other trouble throws.
 */
export async function proveSecret(
  ctx: GraphCtx,
  breakers: ChannelBreakers,
  credentials: ChannelCredentials,
  appSecret: string,
): Promise<boolean> {
  const proof = createHmac('sha256', appSecret).update(credentials.accessToken).digest('hex');
  const path = `${encodeURIComponent(credentials.phoneNumberId)}?fields=id&appsecret_proof=${proof}`;
  try {
    await readGraph(ctx, breakers, credentials, path);
    return true;
  } catch (error) {
    if (error instanceof Fault && /appsecret_proof/i.test(error.message)) return false;
    throw error;
  }
}
