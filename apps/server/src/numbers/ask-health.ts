import type { ChannelCredentials } from '@balcao/channels/port';
import { neededScopes, type TokenState, type WhatsAppCloud } from '@balcao/channels/whatsapp-cloud';
import type { ToldHealth } from '@balcao/core/workspaces';
import { toFault } from '@balcao/kernel';

/** A number with its way to the provider. */
export interface Number {
  readonly adapter: WhatsAppCloud;
  readonly credentials: ChannelCredentials;
}

export const missingScopes = (token: TokenState): string[] =>
  neededScopes.filter((scope) => !token.scopes.includes(scope));

/** Asks the provider how a number is. Each question may fail alone; what was not answered is left out. Never throws. */
export async function askHealth({ adapter, credentials }: Number): Promise<ToldHealth> {
  const [number, token, subscription] = await Promise.allSettled([
    adapter.readNumber(credentials),
    adapter.readToken(credentials),
    adapter.readSubscription(credentials),
  ]);
  const failed = [number, token, subscription].find((one) => one.status === 'rejected');
  const fault = failed === undefined ? undefined : toFault(failed.reason);
  return {
    ...(number.status === 'fulfilled' ? { number: number.value } : {}),
    ...(subscription.status === 'fulfilled' ? { subscribed: subscription.value.appIds.length > 0 } : {}),
    ...tokenFacts(token),
    ...(fault === undefined ? {} : { problem: fault.code, detail: fault.message.slice(0, 500) }),
  };
}

function tokenFacts(token: PromiseSettledResult<TokenState>): Pick<ToldHealth, 'token'> {
  if (token.status === 'rejected') {
    // A token that may not even ask about itself is none any more.
    const { data, code } = toFault(token.reason);
    return code === 'provider_failed' && data['treatment'] === 'stop_channel' ? { token: { valid: false } } : {};
  }
  const { valid, expiresAt } = token.value;
  return {
    token: {
      valid,
      missingScopes: valid ? missingScopes(token.value) : [],
      ...(expiresAt === undefined ? {} : { expiresAt: expiresAt.toISOString() }),
    },
  };
}
