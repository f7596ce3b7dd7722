import { createHash } from 'node:crypto';
import { type DbCtx, withIdentity } from '@balcao/db';
import { type OpenedChallenge, openChallenge } from '../sign-in/challenges.ts';
import { newToken } from '../token.ts';
import { callbackUrl, discover, oidcOf } from './provider.ts';

/** Where to send the browser. What comes back must bring this state, from this browser, with this nonce (and PKCE). */
export async function startOidc(ctx: DbCtx): Promise<{ url: string; challenge: OpenedChallenge }> {
  const { clientId } = oidcOf(ctx);
  const provider = await discover(ctx);
  const [state, nonce, verifier] = [newToken(), newToken(), newToken()];
  const url = new URL(provider.authorization_endpoint);
  const asked = {
    response_type: 'code',
    scope: 'openid email profile',
    client_id: clientId,
    redirect_uri: callbackUrl(ctx),
    state,
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  const data = { state, nonce, verifier };
  const challenge = await withIdentity(ctx, (tx) => openChallenge(tx, ctx, 'oidc', null, data));
  return { url: url.href, challenge };
}
