import type { ChannelCredentials } from '../../../port/index.ts';
import { flag, integer, listOf, moment, objectOrEmpty, word } from '../../inbound/values.ts';
import type { ChannelBreakers } from '../channel-breakers.ts';
import type { GraphCtx } from '../graph-ctx.ts';
import { readGraph } from '../read-graph.ts';

/** What Meta says of an access token about itself. */
export interface TokenState {
  readonly valid: boolean;
  readonly scopes: readonly string[];
  readonly appId?: string | undefined;
  /** Absent: it does not end. */
  readonly expiresAt?: Date | undefined;
  /** The provider's code when it is not valid. */
  readonly code?: number | undefined;
}

/** Without these nothing can be sent, and no template or webhook be looked after. */
export const neededScopes = ['whatsapp_business_messaging', 'whatsapp_business_management'] as const;

/** Asks Meta about the token with the token itself: it needs no other credential. */
export async function readToken(
  ctx: GraphCtx,
  breakers: ChannelBreakers,
  credentials: ChannelCredentials,
): Promise<TokenState> {
  const path = `debug_token?input_token=${encodeURIComponent(credentials.accessToken)}`;
  const data = objectOrEmpty((await readGraph(ctx, breakers, credentials, path))['data']);
  // Meta says 0 for "never"; the earlier of the two ends counts.
  const ends = [moment(data['expires_at']), moment(data['data_access_expires_at'])].filter((at) => at !== undefined);
  return {
    valid: flag(data['is_valid']) === true,
    scopes: listOf(data['scopes']).flatMap((scope) => word(scope, 100) ?? []),
    appId: word(data['app_id'], 64),
    expiresAt: ends.sort((a, b) => a.getTime() - b.getTime())[0],
    code: integer(objectOrEmpty(data['error'])['code']),
  };
}
