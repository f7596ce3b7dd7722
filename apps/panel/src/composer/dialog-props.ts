import type { Attachments } from './files/use-attachments.ts';
import type { ComposerConversation } from './outgoing/conversation.ts';
import type { OutgoingDraft } from './outgoing/outgoing-draft.ts';

export interface DialogProps {
  readonly opened: boolean;
  /** It has faded away. */
  onClosed(): void;
  readonly conversation: ComposerConversation;
  /** What stands in the message now. */
  readonly text: string;
  readonly attachments: Attachments;
  onClose(): void;
  onSend(draft: OutgoingDraft): void;
  /** What stood in the message will be sent later: it is no draft any more. */
  onScheduled(): void;
}
