import { Suspense, useImperativeHandle, useRef, useState } from 'react';
import { useRead } from '../api/index.ts';
import { Composer, type ComposerHandle } from '../composer/index.ts';
import { useTexts } from '../text/index.ts';
import { actOnTickets } from './actions/act-on-tickets.ts';
import { WaitingSummary } from './bot/waiting-summary.tsx';
import classes from './conversation-pane.module.css';
import type { ConversationView, InboxItem } from './conversation-view.ts';
import { type Desk, useDesk } from './desk/use-desk.ts';
import type { ThreadMessage } from './feed/thread-pages.ts';
import { ConversationHeader } from './header/conversation-header.tsx';
import { sendDraft } from './outgoing/outgoing-store.ts';
import { conversationTexts } from './texts/texts.ts';
import { Thread } from './thread/thread.tsx';

interface Props {
  readonly ticket: InboxItem;
  readonly around: string | undefined;
  readonly onAround: (messageId: string | undefined) => void;
  readonly onBack: (() => void) | undefined;
  readonly detailsOpen: boolean;
  readonly onDetails: () => void;
  readonly handle: React.Ref<ComposerHandle>;
}

function viewOf(ticket: InboxItem, desk: Desk, blocked: boolean | undefined): ConversationView {
  const state = desk.channels.get(ticket.channelId)?.state;
  return {
    conversationId: ticket.conversationId,
    ticketId: ticket.ticketId,
    contactId: ticket.contactId,
    channelId: ticket.channelId,
    departmentId: ticket.departmentId,
    assigneeId: ticket.assigneeId,
    assigneeName: desk.nameOf(ticket.assigneeId),
    status: ticket.status,
    floor: ticket.floor,
    windowUntil: ticket.windowUntil,
    contact: ticket.contact,
    contactBlocked: blocked,
    channelState: state === undefined ? undefined : state === 'active' ? 'active' : 'stopped',
    protocol: ticket.protocol,
    me: desk.me,
  };
}

/** One talk: who it is, what was said, and where one writes. */
export function ConversationPane({ ticket, around, onAround, onBack, detailsOpen, onDetails, handle }: Props) {
  const t = useTexts(conversationTexts);
  const desk = useDesk();
  const contact = useRead('contacts.get', { id: ticket.contactId }, { staleTime: 60_000 }).data?.contact;
  const [replyTo, setReplyTo] = useState<ThreadMessage | null>(null);
  const composer = useRef<ComposerHandle>(null);
  useImperativeHandle(handle, () => ({
    focus: () => composer.current?.focus(),
    note: () => composer.current?.note(),
    insert: (text) => composer.current?.insert(text),
    openTemplates: () => composer.current?.openTemplates(),
  }));
  const reply = (message: ThreadMessage) => {
    setReplyTo(message);
    composer.current?.focus();
  };
  const name = ticket.contact.name ?? ticket.contact.phone ?? t('noName');
  return (
    <section className={classes.pane} aria-label={t('conversation', { name })}>
      <ConversationHeader
        ticket={ticket}
        onBack={onBack}
        detailsOpen={detailsOpen}
        onDetails={onDetails}
        onTemplates={() => composer.current?.openTemplates()}
      />
      <WaitingSummary key={ticket.ticketId} ticket={ticket} />
      <div className={classes.talk}>
        <Thread ticket={ticket} around={around} onAround={onAround} onReply={reply} />
      </div>
      <Suspense fallback={<div className={classes.composerPlace} />}>
        <Composer
          conversation={viewOf(ticket, desk, contact === undefined ? undefined : contact.blocked !== null)}
          replyTo={replyTo}
          onReplyClear={() => setReplyTo(null)}
          onSend={(draft) => {
            onAround(undefined);
            sendDraft(ticket.conversationId, draft);
          }}
          onClaim={() => actOnTickets([ticket], { do: 'claim' })}
          onReopen={() => actOnTickets([ticket], { do: 'reopen' })}
          handle={composer}
        />
      </Suspense>
    </section>
  );
}
