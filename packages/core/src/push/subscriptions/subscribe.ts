import type { Language } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { type BrowserKeys, checkBrowserKeys } from '../webpush/encrypt.ts';
import { dropOldest, keepSubscription } from './rows.ts';

export interface BrowserToNotify {
  readonly memberId: string;
  readonly endpoint: string;
  readonly keys: BrowserKeys;
  readonly language: Language;
  /** In which they asked for it: with its end they are told nothing there. */
  readonly sessionId: string;
}

const BROWSERS_AT_MOST = 10;

/** Returns the subscription's id; the same browser again is the same subscription. */
export async function subscribe(ctx: WorkspaceCtx, tx: Tx, browser: BrowserToNotify): Promise<string> {
  const { memberId, endpoint, keys, language, sessionId } = browser;
  checkBrowserKeys(keys);
  const made = [ctx.workspaceId, ctx.ids.uuid(), memberId, endpoint, keys.p256dh, keys.auth, language];
  const [kept] = await tx.rows<{ id: string }>(keepSubscription, [...made, ctx.clock.now(), sessionId]);
  await tx.run(dropOldest, [ctx.workspaceId, memberId, BROWSERS_AT_MOST]);
  return kept?.id ?? '';
}
