import { type DbCtx, sql, type Tx, withIdentity } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { z } from 'zod';
import { join } from '../invitations/accept-invitation.ts';
import { type Invitation, invitationColumns } from '../invitations/find-invitation.ts';
import type { From } from '../log/from.ts';
import { logForPerson } from '../log/log-for-person.ts';
import { createPerson } from '../people/create-person.ts';
import { plainEmail } from '../people/rows.ts';
import { type StartedSession, startSession } from '../sessions/start-session.ts';
import { takeChallenge } from '../sign-in/challenges.ts';
import { askJson, callbackUrl, discover, oidcOf } from './provider.ts';

export interface OidcAnswer {
  readonly code?: string | undefined;
  readonly state?: string | undefined;
}

interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string;
  readonly name: string;
}

const tokens = z.object({ id_token: z.string() });
const claims = z.object({
  sub: z.string().min(1).max(255),
  nonce: z.string(),
  email: z.email().max(254),
  email_verified: z.literal(true),
  name: z.string().optional(),
});

const linked = sql('access/oidc-linked', 'select person_id as id from oidc_links where issuer = $1 and subject = $2');
const byEmail = sql('access/oidc-person-by-email', 'select id from persons where email = $1');
const link = sql(
  'access/link-oidc',
  'insert into oidc_links (issuer, subject, person_id, created_at) values ($1, $2, $3, $4) on conflict do nothing',
);
const invited = sql(
  'access/invitations-of-email',
  `select ${invitationColumns} from invitations i
    where i.email = $1 and i.accepted_at is null and i.revoked_at is null and i.expires_at > $2 order by i.id`,
);

/** The other half, when the browser comes back. It lets in whom we know by a verified e-mail: a person, or somebody invited. */
export async function finishOidc(
  ctx: DbCtx,
  cookie: string | undefined,
  { code, state }: OidcAnswer,
  from: From,
): Promise<StartedSession> {
  const { data } = await withIdentity(ctx, (tx) => takeChallenge(tx, ctx, 'oidc', cookie));
  if (code === undefined || state === undefined || state !== data['state'])
    throw new Fault('challenge_over', 'single sign-on came back without its code, or to another sign-in');
  const identity = await identify(ctx, code, data);
  return await withIdentity(ctx, async (tx) => {
    const personId = await personOf(tx, ctx, identity, from);
    await logForPerson(tx, ctx, personId, 'session.signed-in', from, { method: 'oidc' });
    return await startSession(tx, ctx, personId, from);
  });
}

/** The code for an ID token, signed for us, of now, and of this very sign-in. */
async function identify(ctx: DbCtx, code: string, data: Readonly<Record<string, string>>): Promise<Identity> {
  const { clientId, clientSecret } = oidcOf(ctx);
  const provider = await discover(ctx);
  const answer = tokens.safeParse(
    await askJson(ctx, provider.token_endpoint, {
      grant_type: 'authorization_code',
      code,
      redirect_uri: callbackUrl(ctx),
      client_id: clientId,
      client_secret: clientSecret.reveal(),
      code_verifier: data['verifier'] ?? '',
    }),
  );
  if (!answer.success) throw new Fault('provider_failed', 'single sign-on gave no ID token');
  const keys = createLocalJWKSet((await askJson(ctx, provider.jwks_uri)) as JSONWebKeySet); // judged by the library
  const { payload } = await jwtVerify(answer.data.id_token, keys, {
    issuer: provider.issuer,
    audience: clientId,
    currentDate: ctx.clock.now(),
    clockTolerance: 60,
    requiredClaims: ['exp', 'iat', 'sub'],
    algorithms: ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'],
  }).catch((error: unknown) => {
    throw new Fault(
      'provider_failed',
      'the ID token is not signed by single sign-on, not for us, or not of now',
      {},
      error,
    );
  });
  const said = claims.safeParse(payload);
  if (!said.success || said.data.nonce !== data['nonce'])
    throw new Fault('forbidden', 'single sign-on vouches for no verified e-mail in this sign-in');
  const email = plainEmail(said.data.email);
  const name = (said.data.name ?? '').trim().slice(0, 200) || (email.split('@')[0] ?? email);
  return { issuer: provider.issuer, subject: said.data.sub, email, name };
}

/** Once linked, the subject counts, whatever becomes of the e-mail there. Strangers are not made. */
async function personOf(tx: Tx, ctx: DbCtx, identity: Identity, from: From): Promise<string> {
  const { issuer, subject, email } = identity;
  const known = await tx.one<{ id: string }>(linked, [issuer, subject]);
  if (known !== undefined) return known.id;
  const found = await tx.one<{ id: string }>(byEmail, [email]);
  const personId = found?.id ?? (await joinInvited(tx, ctx, identity, from));
  await tx.run(link, [issuer, subject, personId, ctx.clock.now()]);
  return personId;
}

async function joinInvited(tx: Tx, ctx: DbCtx, { email, name }: Identity, from: From): Promise<string> {
  const invitations = await tx.rows<Invitation>(invited, [email, ctx.clock.now()]);
  const [first] = invitations;
  if (first === undefined) throw new Fault('forbidden', 'nobody here has this e-mail, and nobody invited it');
  const called = first.name ?? name;
  const id = await createPerson(tx, ctx, { name: called, email, language: 'pt-BR', passwordHash: null });
  for (const invitation of invitations) await join(tx, ctx, invitation, { id, name: called, email }, from);
  return id;
}
