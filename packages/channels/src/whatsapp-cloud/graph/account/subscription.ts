import { Fault } from '@balcao/kernel';
import type { ChannelCredentials } from '../../../port/index.ts';
import { listOf, objectOrEmpty, word } from '../../inbound/values.ts';
import { callGraph } from '../call-graph.ts';
import type { ChannelBreakers } from '../channel-breakers.ts';
import type { GraphCtx } from '../graph-ctx.ts';
import { faultOf, readGraph } from '../read-graph.ts';

const timeoutMs = 10_000;
const pathOf = ({ accountId }: ChannelCredentials) => `${encodeURIComponent(accountId)}/subscribed_apps`;

/** The apps that get the account's webhooks. */
export async function readSubscription(
  ctx: GraphCtx,
  breakers: ChannelBreakers,
  credentials: ChannelCredentials,
): Promise<{ appIds: string[] }> {
  const json = await readGraph(ctx, breakers, credentials, pathOf(credentials));
  const appIds = listOf(json['data']).flatMap((one) => {
    const app = objectOrEmpty(objectOrEmpty(one)['whatsapp_business_api_data']);
    return word(app['id'] ?? objectOrEmpty(one)['id'], 64) ?? [];
  });
  return { appIds };
}

/** From now on the app of the token gets the account's webhooks. Asking twice changes nothing. */
export async function subscribeApp(
  ctx: GraphCtx,
  breakers: ChannelBreakers,
  credentials: ChannelCredentials,
): Promise<void> {
  const result = await breakers.run(credentials.channelId, () =>
    callGraph(ctx, credentials, { method: 'POST', path: pathOf(credentials), body: '{}', timeoutMs }),
  );
  if (result?.kind !== 'done') throw faultOf(result);
  if (result.json['success'] !== true) throw new Fault('provider_failed', 'the app was not subscribed to the account');
}
