import type { WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { macOf, packLink } from './link-token.ts';

const MINUTE = 60_000;
const LONGEST_MS = 10 * MINUTE;
/** Links end at whole multiples of this, so that the same file has the same link for a while and a browser's cache is of use. */
const STEP_MS = 5 * MINUTE;

export interface SignedLink {
  readonly token: string;
  readonly url: string;
  readonly expiresAt: Date;
}

/** Whoever holds it may read this one file until it expires: five to ten minutes, or as asked, never longer. */
export function signLink(
  ctx: WorkspaceCtx,
  mediaId: string,
  options: { readonly expiresInMs?: number } = {},
): SignedLink {
  const now = ctx.clock.now().getTime();
  const { expiresInMs } = options;
  const wanted = expiresInMs === undefined ? Math.ceil(now / STEP_MS) * STEP_MS + STEP_MS : now + expiresInMs;
  const expiresAt = new Date(Math.min(wanted, now + LONGEST_MS));
  const link = packLink({ workspaceId: ctx.workspaceId, mediaId, expiresAt });
  const mac = macOf(ctx.keys, ctx.keys.currentKeyId, link);
  if (mac === undefined) throw new Fault('internal', 'the key ring has no current key');
  const token = [ctx.keys.currentKeyId, link.toString('base64url'), mac.toString('base64url')].join('.');
  return { token, url: `${ctx.config.publicUrl}/media/${token}`, expiresAt };
}
