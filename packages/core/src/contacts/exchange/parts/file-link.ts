import type { WorkspaceCtx } from '@balcao/db';
import { type Ctx, Fault, isUuid } from '@balcao/kernel';

export interface FileLink {
  readonly workspaceId: string;
  readonly kind: 'export' | 'import-errors';
  readonly fileId: string;
}

const VALID_MS = 10 * 60_000;
const AAD = 'contacts:file-link';

/** Whoever holds it may read this one file for ten minutes. Sealed: nobody makes or changes one without our keys. */
export function signFileLink(
  ctx: WorkspaceCtx,
  kind: FileLink['kind'],
  fileId: string,
): { url: string; expiresAt: Date } {
  const expiresAt = new Date(ctx.clock.now().getTime() + VALID_MS);
  const sealed = ctx.keys.seal([ctx.workspaceId, kind, fileId, expiresAt.getTime()].join(' '), AAD);
  const token = Buffer.from(sealed).toString('base64url');
  return { url: `${ctx.config.publicUrl}/media/files?token=${token}`, expiresAt };
}

/** Throws 'forbidden' for every link that is not ours or is over: no difference is shown. */
export function openFileLink(ctx: Ctx, token: string): FileLink {
  const [workspaceId, kind, fileId, until] = unsealed(ctx, token)?.split(' ') ?? [];
  const known = kind === 'export' || kind === 'import-errors';
  if (known && isUuid(workspaceId) && isUuid(fileId) && Number(until) > ctx.clock.now().getTime())
    return { workspaceId, kind, fileId };
  throw new Fault('forbidden', 'this link is not valid, or not any more');
}

function unsealed(ctx: Ctx, token: string): string | undefined {
  const sealed = Buffer.from(token, 'base64url');
  // One way of writing a link: base64 has spare bits that could be anything.
  if (token.length > 1_000 || sealed.toString('base64url') !== token) return undefined;
  try {
    return ctx.keys.open(sealed.toString(), AAD);
  } catch {
    return undefined;
  }
}
