import type { IncomingMessage } from 'node:http';
import { chooseLanguage, type Language } from '@balcao/contract';
import { authenticate, memberOf } from '@balcao/core/access';
import type { DbCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { authenticateSession } from '../../people/index.ts';
import type { Seat } from '../seat.ts';

/** Who a socket is, before any workspace is named. What it showed is kept, to be asked again when it may have lost its worth. */
export type Identity =
  | { readonly kind: 'api_key'; readonly key: string; readonly workspaceId: string; readonly language: Language }
  | {
      readonly kind: 'session';
      readonly cookie: string;
      readonly sessionId: string;
      readonly personId: string;
      readonly expiresAt: Date;
      readonly language: Language;
    };

const bearer = /^Bearer +([^\s]{1,200})$/i;

export async function identify(ctx: DbCtx, request: IncomingMessage, auth: Record<string, unknown>): Promise<Identity> {
  const language = chooseLanguage(
    typeof auth['language'] === 'string' ? auth['language'] : request.headers['accept-language'],
  );
  const { token } = auth;
  const key = typeof token === 'string' ? token.slice(0, 200) : bearer.exec(request.headers.authorization ?? '')?.[1];
  if (key !== undefined) {
    const { workspaceId } = await authenticate(ctx, key);
    return { kind: 'api_key', key, workspaceId, language };
  }
  const cookie = request.headers.cookie ?? '';
  const session = await authenticateSession(ctx, cookie);
  if (session === undefined)
    throw new Fault('unauthenticated', 'neither auth.token with an API key nor the cookie of a session in force');
  checkOrigin(ctx, request);
  const { sessionId, personId, expiresAt } = session;
  return { kind: 'session', cookie, sessionId, personId, expiresAt, language };
}

/** A cookie travels with whatever page opens the socket. Browsers always say which page it is; who says nothing is none. */
function checkOrigin({ config }: DbCtx, { headers }: IncomingMessage): void {
  const { origin, host, 'sec-fetch-site': site } = headers;
  const ours = () => {
    if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none';
    if (!URL.canParse(origin)) return false;
    const page = new URL(origin);
    return page.origin === new URL(config.publicUrl).origin || page.host === host;
  };
  if (!ours()) throw new Fault('forbidden', 'a socket with a session must be opened by a page of this server');
}

/** What somebody may see in a workspace now. */
export async function seatIn(ctx: DbCtx, identity: Identity, workspaceId: string): Promise<Seat> {
  const { language } = identity;
  if (identity.kind === 'api_key') {
    const { workspaceId: own, apiKeyId, scopes } = await authenticate(ctx, identity.key);
    if (own !== workspaceId) throw new Fault('forbidden', 'this key is of another workspace');
    const sees = scopes.includes('tickets:read-all') ? 'all' : new Set<string>();
    return { workspaceId, by: { kind: 'api_key', id: apiKeyId }, scopes: new Set(scopes), sees, language };
  }
  const member = await memberOf(ctx, workspaceId, identity.personId);
  if (member === undefined) throw new Fault('forbidden', 'this person does not work in this workspace');
  const { memberId, scopes, places } = member;
  const { personId, sessionId } = identity;
  return {
    workspaceId,
    by: { kind: 'member', id: memberId, personId, sessionId },
    scopes: new Set(scopes),
    sees: scopes.includes('tickets:read-all') ? 'all' : new Set(places),
    language,
  };
}

/** False for a session that was ended or a key that was revoked since. */
export async function stillGood(ctx: DbCtx, identity: Identity): Promise<boolean> {
  if (identity.kind === 'session') return (await authenticateSession(ctx, identity.cookie)) !== undefined;
  try {
    await authenticate(ctx, identity.key);
    return true;
  } catch (error) {
    if (error instanceof Fault && error.code === 'unauthenticated') return false;
    throw error;
  }
}
