import type { DbCtx } from '@balcao/db';

/** A person who is signed in with one browser. */
export interface Session {
  readonly sessionId: string;
  readonly personId: string;
  readonly expiresAt: Date;
}

export async function findSession(_ctx: DbCtx, _token: string): Promise<Session | undefined> {
  return undefined;
}
