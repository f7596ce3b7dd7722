import { ActionIcon, Tabs } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../text/index.ts';
import { uiTexts } from '../../ui/index.ts';
import type { InboxItem } from '../conversation-view.ts';
import { NotesList } from '../notes/notes-list.tsx';
import { conversationTexts } from '../texts/texts.ts';
import { ContactCard } from './contact-card.tsx';
import classes from './details.module.css';
import { HistoryList } from './history-list.tsx';
import { MediaGallery } from './media-gallery.tsx';
import { PreviousTickets } from './previous-tickets.tsx';
import { TicketFacts } from './ticket-facts.tsx';

interface Props {
  readonly ticket: InboxItem;
  readonly onClose: () => void;
  readonly onOpenTicket: (ticketId: string) => void;
  readonly onShowMessage: (messageId: string) => void;
}

/** Everything beside the talk: who the contact is, what the ticket is about, what was noted, what was sent. */
export function DetailsPane({ ticket, onClose, onOpenTicket, onShowMessage }: Props) {
  const t = useTexts(conversationTexts);
  const ui = useTexts(uiTexts);
  const [tab, setTab] = useState<string | null>('contact');
  return (
    <aside className={classes.pane} aria-label={t('details')}>
      <Tabs value={tab} onChange={setTab} className={classes.tabs ?? ''} keepMounted={false}>
        <div className={classes.head}>
          <Tabs.List className={classes.tabList ?? ''}>
            <Tabs.Tab value="contact">{t('contactTab')}</Tabs.Tab>
            <Tabs.Tab value="notes">{t('notesTab')}</Tabs.Tab>
            <Tabs.Tab value="history">{t('historyTab')}</Tabs.Tab>
            <Tabs.Tab value="media">{t('mediaTab')}</Tabs.Tab>
          </Tabs.List>
          <ActionIcon aria-label={ui('close')} onClick={onClose}>
            <IconX size={18} stroke={1.7} />
          </ActionIcon>
        </div>
        <Tabs.Panel value="contact" className={classes.body ?? ''}>
          <ContactCard ticket={ticket} />
          <TicketFacts ticket={ticket} />
          <PreviousTickets ticket={ticket} onOpen={onOpenTicket} />
        </Tabs.Panel>
        <Tabs.Panel value="notes" className={classes.body ?? ''}>
          <NotesList ticket={ticket} />
        </Tabs.Panel>
        <Tabs.Panel value="history" className={classes.body ?? ''}>
          <HistoryList ticket={ticket} />
        </Tabs.Panel>
        <Tabs.Panel value="media" className={classes.body ?? ''}>
          <MediaGallery conversationId={ticket.conversationId} onShow={onShowMessage} />
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}
