import { startSession } from '@balcao/core/access';
import { type DbCtx, withIdentity } from '@balcao/db';

/** What a browser of this person sends. */
export interface SignedInBrowser {
  readonly cookie: string;
  /** For requests to the API: the cookie, where it comes from, and JSON; `x-workspace` is added by whoever asks. */
  readonly headers: Readonly<Record<string, string>>;
}

const browser = (cookie: string): SignedInBrowser => ({
  cookie,
  headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
});

/** Signs in over HTTP, as the panel does. */
export async function signIn(
  { url }: { readonly url: string },
  { email, password }: { readonly email: string; readonly password: string },
): Promise<SignedInBrowser> {
  const answer = await fetch(`${url}/api/v1/session.sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`signing in was answered ${answer.status}: ${await answer.text()}`);
  const set = answer.headers.getSetCookie().find((one) => one.includes('balcao_session='));
  if (set === undefined) throw new Error('signing in gave no session');
  return browser(set.split(';')[0] ?? '');
}

/** Without HTTP and without a password: a session as signing in would have made it. */
export async function testSession(ctx: DbCtx, { personId }: { readonly personId: string }): Promise<SignedInBrowser> {
  const from = { address: '127.0.0.1', device: 'test' };
  const { token } = await withIdentity(ctx, (tx) => startSession(tx, ctx, personId, from));
  return browser(`balcao_session=${token}`);
}
