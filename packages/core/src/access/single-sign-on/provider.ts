import { type Ctx, Fault, type OidcConfig } from '@balcao/kernel';
import { z } from 'zod';

const PATIENCE_MS = 10_000;

const discovered = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});
export type Provider = z.infer<typeof discovered>;

export function oidcOf({ config }: Pick<Ctx, 'config'>): OidcConfig {
  if (config.oidc === undefined) throw new Fault('not_found', 'single sign-on is not configured');
  return config.oidc;
}

/** OpenID Connect Discovery: asked each time, for a sign-in is rare and providers move. */
export async function discover(ctx: Ctx): Promise<Provider> {
  const { issuer } = oidcOf(ctx);
  const found = discovered.safeParse(await askJson(ctx, `${issuer}/.well-known/openid-configuration`));
  if (!found.success || found.data.issuer.replace(/\/+$/, '') !== issuer)
    throw new Fault('provider_failed', 'what single sign-on says of itself is not what OIDC_ISSUER names');
  return found.data;
}

/** An answer of the operator's own provider; whatever is wrong with it is the provider's failure. */
export async function askJson(ctx: Ctx, url: string, form?: Readonly<Record<string, string>>): Promise<unknown> {
  try {
    const { status, body } = await ctx.http.request({
      method: form === undefined ? 'GET' : 'POST',
      url,
      headers: {
        accept: 'application/json',
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form === undefined ? {} : { body: new URLSearchParams(form).toString() }),
      timeoutMs: PATIENCE_MS,
      maxBytes: 1024 * 1024,
      trust: 'operator',
    });
    if (status !== 200) throw new Error(`it answered ${status}`);
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch (error) {
    throw new Fault('provider_failed', 'single sign-on does not answer as it should', {}, error);
  }
}

export const callbackUrl = ({ config }: Pick<Ctx, 'config'>): string => `${config.publicUrl}/api/oidc/callback`;
