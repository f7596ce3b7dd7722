import { type ReactNode, useState } from 'react';
import { MessageBubble } from '../../messages/index.ts';
import classes from '../composer.module.css';
import type { OutboundContent } from './outgoing-draft.ts';
import { pendingMessage } from './pending-message.ts';

/** What is being made, as the customer will see it. */
export function DraftPreview({ content, label }: { content: OutboundContent; label: string }): ReactNode {
  const [at] = useState(() => new Date().toISOString());
  const message = pendingMessage({ clientId: 'preview', content }, { conversationId: '', authorId: null, at, seq: 0 });
  return (
    <div className={classes.preview} aria-label={label} role="img">
      <small>{label}</small>
      <div inert>
        <MessageBubble message={{ ...message, origin: 'customer', status: 'sent' }} first={false} last sender={null} />
      </div>
    </div>
  );
}
