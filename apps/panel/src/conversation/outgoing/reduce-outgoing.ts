import type { OutgoingDraft } from '../conversation-view.ts';

/** A message of ours on its way to the server; `sent`: it is there, and its own event is awaited. */
export interface Outgoing {
  readonly conversationId: string;
  readonly draft: OutgoingDraft;
  readonly at: string;
  readonly state: 'sending' | 'sent' | 'failed';
  readonly progress: number | undefined;
  readonly problem: string | undefined;
  readonly messageId: string | undefined;
}

export type OutgoingStep =
  | { readonly step: 'begin'; readonly conversationId: string; readonly draft: OutgoingDraft; readonly at: string }
  /** Kept from before the page was loaded: whether it went is not known, and trying again sends it once. */
  | { readonly step: 'restore'; readonly all: readonly Outgoing[] }
  | { readonly step: 'progress'; readonly clientId: string; readonly share: number }
  | { readonly step: 'sent'; readonly clientId: string; readonly messageId: string }
  | { readonly step: 'failed'; readonly clientId: string; readonly problem: string }
  | { readonly step: 'again'; readonly clientId: string }
  | { readonly step: 'drop'; readonly clientId: string }
  /** What the server has is shown from there. */
  | {
      readonly step: 'arrived';
      readonly messages: readonly { readonly id: string; readonly clientId: string | null }[];
    };

const change = (all: readonly Outgoing[], clientId: string, to: Partial<Outgoing>) =>
  all.map((one) => (one.draft.clientId === clientId ? { ...one, ...to } : one));

/** In the order in which they were written. Returns the same list when nothing changed. */
export function reduceOutgoing(all: readonly Outgoing[], step: OutgoingStep): readonly Outgoing[] {
  switch (step.step) {
    case 'begin': {
      if (all.some((one) => one.draft.clientId === step.draft.clientId)) return all;
      const { conversationId, draft, at } = step;
      const fresh = { progress: undefined, problem: undefined, messageId: undefined };
      return [...all, { conversationId, draft, at, state: 'sending', ...fresh }];
    }
    case 'restore': {
      const known = new Set(all.map((one) => one.draft.clientId));
      const fresh = step.all.filter((one) => !known.has(one.draft.clientId));
      return fresh.length === 0 ? all : [...fresh, ...all];
    }
    case 'progress':
      return change(all, step.clientId, { progress: step.share });
    case 'sent':
      return change(all, step.clientId, { state: 'sent', messageId: step.messageId, progress: undefined });
    case 'failed':
      return change(all, step.clientId, { state: 'failed', problem: step.problem, progress: undefined });
    case 'again':
      return change(all, step.clientId, { state: 'sending', problem: undefined });
    case 'drop':
      return all.filter((one) => one.draft.clientId !== step.clientId);
    case 'arrived': {
      const ids = new Set(step.messages.map(({ id }) => id));
      const clientIds = new Set(step.messages.map(({ clientId }) => clientId));
      const left = all.filter((one) => !clientIds.has(one.draft.clientId) && !ids.has(one.messageId ?? ''));
      return left.length === all.length ? all : left;
    }
  }
}
