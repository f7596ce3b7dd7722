import { useEffect, useMemo } from 'react';
import { api, createStore, useStore } from '../../api/index.ts';
import { problemSentence } from '../../ui/index.ts';
import type { OutgoingDraft } from '../conversation-view.ts';
import { keepUnsent, restoreUnsent } from './keep-unsent.ts';
import { type Outgoing, type OutgoingStep, reduceOutgoing } from './reduce-outgoing.ts';

/** Outside React: what was sent goes on being sent while one reads another talk. */
const outgoing = createStore<readonly Outgoing[]>([]);

function step(one: OutgoingStep): void {
  const before = outgoing.get();
  outgoing.set((now) => reduceOutgoing(now, one));
  if (outgoing.get() !== before && one.step !== 'progress') keepUnsent(outgoing.get());
}

const aborts = new Map<string, AbortController>();
/** The messages of a talk leave in the order in which they were written, files included. */
const lanes = new Map<string, Promise<void>>();

async function deliver(conversationId: string, draft: OutgoingDraft): Promise<void> {
  const { clientId, replyTo, upload } = draft;
  const abort = new AbortController();
  aborts.set(clientId, abort);
  try {
    const onProgress = (share: number) => step({ step: 'progress', clientId, share });
    const content = upload ? await upload({ onProgress, signal: abort.signal }) : draft.content;
    if (abort.signal.aborted) return;
    const asked = { conversationId, content, clientId, ...(replyTo === undefined ? {} : { replyTo }) };
    const { messageId } = await api.call('messages.send', asked, { idempotencyKey: clientId });
    step({ step: 'sent', clientId, messageId });
  } catch (error) {
    if (!abort.signal.aborted) step({ step: 'failed', clientId, problem: problemSentence(error) });
  } finally {
    aborts.delete(clientId);
  }
}

function enqueue(conversationId: string, draft: OutgoingDraft): void {
  const before = lanes.get(conversationId) ?? Promise.resolve();
  const now = before.then(() => {
    const wanted = outgoing.get().some((one) => one.draft.clientId === draft.clientId);
    return wanted ? deliver(conversationId, draft) : undefined; // thrown away while it waited
  });
  lanes.set(conversationId, now);
  void now.then(() => lanes.get(conversationId) === now && lanes.delete(conversationId));
}

export function sendDraft(conversationId: string, draft: OutgoingDraft): void {
  step({ step: 'begin', conversationId, draft, at: new Date().toISOString() });
  enqueue(conversationId, draft);
}

/** Once more, under the same name: should the first have arrived after all, it goes once. */
export function sendAgain(one: Outgoing): void {
  step({ step: 'again', clientId: one.draft.clientId });
  enqueue(one.conversationId, one.draft);
}

export function discardDraft(clientId: string): void {
  aborts.get(clientId)?.abort();
  step({ step: 'drop', clientId });
}

export const dropArrived = (messages: readonly { readonly id: string; readonly clientId: string | null }[]): void =>
  step({ step: 'arrived', messages });

let restored = false;
/** Once for each page: what the last one left on its way is shown as not sent, with another try. */
function restoreOnce(): void {
  if (restored) return;
  restored = true;
  step({ step: 'restore', all: restoreUnsent() });
}

export function useOutgoing(conversationId: string): readonly Outgoing[] {
  useEffect(restoreOnce, []);
  const all = useStore(outgoing);
  return useMemo(() => all.filter((one) => one.conversationId === conversationId), [all, conversationId]);
}
