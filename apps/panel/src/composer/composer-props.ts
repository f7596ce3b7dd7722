import type { Ref } from 'react';
import type { ThreadMessage } from '../messages/index.ts';
import type { ComposerConversation } from './outgoing/conversation.ts';
import type { OutgoingDraft } from './outgoing/outgoing-draft.ts';

export interface ComposerHandle {
  focus(): void;
  /** To the internal note, with the cursor in it. */
  note(): void;
  insert(text: string): void;
  openTemplates(): void;
}

export interface ComposerProps {
  readonly conversation: ComposerConversation;
  /** The message that the next one answers. */
  readonly replyTo: ThreadMessage | null;
  onReplyClear(): void;
  onSend(draft: OutgoingDraft): void;
  readonly onClaim?: (() => unknown) | undefined;
  readonly onReopen?: (() => unknown) | undefined;
  readonly handle?: Ref<ComposerHandle> | undefined;
}

/** What opens over the composer. */
export type ComposerDialog = 'template' | 'offer' | 'place' | 'contact' | 'schedule';
