import { sayIn } from '../../text/index.ts';
import { type KeptSend, keepSends, keptSends } from '../../unsent/index.ts';
import type { OutboundContent } from '../conversation-view.ts';
import { conversationTexts } from '../texts/texts.ts';
import type { Outgoing } from './reduce-outgoing.ts';

/** The words of a message whose file is only in this page: without it they are a text. */
function withoutFile(content: OutboundContent): OutboundContent | undefined {
  const words = content.kind === 'media' ? content.caption : undefined;
  return words === undefined || words.trim() === '' ? undefined : { kind: 'text', text: words };
}

/** What the server has not confirmed stays in this browser until it has: closing the page loses no words. */
export function keepUnsent(all: readonly Outgoing[]): void {
  keepSends(
    all.flatMap(({ conversationId, at, state, draft }): KeptSend<OutboundContent>[] => {
      const { clientId, replyTo, upload } = draft;
      const content = upload === undefined ? draft.content : withoutFile(draft.content);
      if (state === 'sent' || content === undefined) return [];
      return [
        { conversationId, at, clientId, content, replyTo, failed: state === 'failed', lostFile: upload !== undefined },
      ];
    }),
  );
}

export function restoreUnsent(): readonly Outgoing[] {
  const say = sayIn(conversationTexts);
  return keptSends().map(({ conversationId, at, clientId, content, replyTo, lostFile }) => ({
    conversationId,
    at,
    // What was kept is what `keepUnsent` wrote.
    draft: { clientId, content: content as OutboundContent, ...(replyTo === undefined ? {} : { replyTo }) },
    state: 'failed',
    progress: undefined,
    problem: say(lostFile ? 'unsentFile' : 'unsentReload'),
    messageId: undefined,
  }));
}
