import type { Language } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { ledgerHead } from '../../ledger/index.ts';
import { type BrowserKeys, checkBrowserKeys } from '../webpush/encrypt.ts';
import { beginFeed, dropOldest, keepSubscription } from './rows.ts';

export interface BrowserToNotify {
  readonly memberId: string;
  readonly endpoint: string;
  readonly keys: BrowserKeys;
  readonly language: Language;
}

const BROWSERS_AT_MOST = 10;

/** Returns the subscription's id; the same browser again is the same subscription. */
export async function subscribe(ctx: WorkspaceCtx, tx: Tx, browser: BrowserToNotify): Promise<string> {
  const { memberId, endpoint, keys, language } = browser;
  checkBrowserKeys(keys);
  await tx.run(beginFeed, [ctx.workspaceId, await ledgerHead(tx)]);
  const made = [ctx.workspaceId, ctx.ids.uuid(), memberId, endpoint, keys.p256dh, keys.auth, language, ctx.clock.now()];
  const [kept] = await tx.rows<{ id: string }>(keepSubscription, made);
  await tx.run(dropOldest, [ctx.workspaceId, memberId, BROWSERS_AT_MOST]);
  return kept?.id ?? '';
}
