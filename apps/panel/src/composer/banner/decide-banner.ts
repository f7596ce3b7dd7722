import type { ComposerConversation } from '../outgoing/conversation.ts';

export type BannerWhy =
  | 'blocked'
  | 'resolved'
  | 'windowClosed'
  | 'windowNever'
  | 'bot'
  | 'metaAgent'
  | 'phoneApp'
  | 'somebodyElse'
  | 'nobody'
  | 'channelStopped';

export interface Banner {
  readonly why: BannerWhy;
  readonly act: 'claim' | 'reopen' | 'template' | null;
}

export interface Turn {
  /** `free`: anything. `template`: only an approved template. `none`: nothing until what the banner says is done. Notes can always be written. */
  readonly may: 'free' | 'template' | 'none';
  readonly banner: Banner | null;
}

/** Who has the floor, and so what may be written here now. The strictest reason is the one that is told. */
export function decideBanner(it: ComposerConversation, now: number): Turn {
  if (it.contactBlocked) return { may: 'none', banner: { why: 'blocked', act: null } };
  if (it.status === 'resolved') return { may: 'none', banner: { why: 'resolved', act: 'reopen' } };
  if (it.floor === 'bot' && it.assigneeId !== it.me) return { may: 'none', banner: { why: 'bot', act: 'claim' } };
  if (it.windowUntil === null) return { may: 'template', banner: { why: 'windowNever', act: 'template' } };
  if (Date.parse(it.windowUntil) <= now) return { may: 'template', banner: { why: 'windowClosed', act: 'template' } };
  const soft = softReason(it);
  return { may: 'free', banner: soft };
}

function softReason(it: ComposerConversation): Banner | null {
  if (it.channelState === 'stopped' || it.channelState === 'paused') return { why: 'channelStopped', act: null };
  if (it.floor === 'meta_agent') return { why: 'metaAgent', act: null };
  if (it.floor === 'phone_app') return { why: 'phoneApp', act: null };
  if (it.assigneeId === null) return { why: 'nobody', act: 'claim' };
  if (it.me !== undefined && it.assigneeId !== it.me) return { why: 'somebodyElse', act: null };
  return null;
}
