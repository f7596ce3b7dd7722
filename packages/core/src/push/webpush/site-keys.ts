import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { conveyorStatement, type DbCtx, sql } from '@balcao/db';
import { Fault } from '@balcao/kernel';

/** The site's own pair for VAPID (RFC 8292): browsers bind each subscription to the public half. */
export interface SiteKeys {
  /** The point, uncompressed, in base64url: what a browser takes as applicationServerKey. */
  readonly publicKey: string;
  readonly privateKey: KeyObject;
}

const NAME = 'web-push';
const AAD = 'site_keys.web-push';

const find = sql('push/site-keys', 'select public_key as "publicKey", sealed from site_keys where name = $1');
const keep = sql(
  'push/keep-site-keys',
  'insert into site_keys (name, public_key, sealed) values ($1, $2, $3) on conflict (name) do nothing',
);
const reseal = sql('push/reseal-site-keys', 'update site_keys set sealed = $2 where name = $1 and sealed = $3');

interface Kept {
  readonly publicKey: string;
  readonly sealed: string;
}

/** Made at the first need; of two processes that need them at once, the database keeps those of one. */
export async function siteKeys(ctx: DbCtx): Promise<SiteKeys> {
  const kept = (await look(ctx)) ?? (await make(ctx));
  const privateText = ctx.keys.open(kept.sealed, AAD);
  if (ctx.keys.needsReseal(kept.sealed))
    await conveyorStatement(ctx, reseal, [NAME, ctx.keys.seal(privateText, AAD), kept.sealed]);
  return { publicKey: kept.publicKey, privateKey: createPrivateKey({ key: JSON.parse(privateText), format: 'jwk' }) };
}

async function look(ctx: DbCtx): Promise<Kept | undefined> {
  return (await conveyorStatement<Kept>(ctx, find, [NAME]))[0];
}

async function make(ctx: DbCtx): Promise<Kept> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = privateKey.export({ format: 'jwk' });
  const point = Buffer.concat([
    Buffer.from([4]),
    Buffer.from(jwk.x ?? '', 'base64url'),
    Buffer.from(jwk.y ?? '', 'base64url'),
  ]);
  const sealed = ctx.keys.seal(JSON.stringify(jwk), AAD);
  await conveyorStatement(ctx, keep, [NAME, point.toString('base64url'), sealed]);
  const kept = await look(ctx);
  if (kept === undefined) throw new Fault('internal', 'the keys for notifications were made and are not there');
  return kept;
}
