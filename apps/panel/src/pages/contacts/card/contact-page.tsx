import { Anchor, Skeleton, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useRead } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { Loaded } from '../../../ui/index.ts';
import pageClasses from '../../../ui/page.module.css';
import { MemorySection } from '../memory/memory-section.tsx';
import { contactsTexts } from '../texts/texts.ts';
import classes from './card.module.css';
import { ContactHead } from './contact-head.tsx';
import { DataSection } from './data-section.tsx';
import { HistorySection } from './history-section.tsx';
import { IdentitiesSection } from './identities-section.tsx';
import { NotesSection } from './notes-section.tsx';
import { OptInSection } from './opt-in-section.tsx';
import { TicketsSection } from './tickets-section.tsx';

/** Everything that is known of one person, over all channels. */
export function ContactPage() {
  const t = useTexts(contactsTexts);
  const { contactId } = useParams({ strict: false });
  const read = useRead('contacts.get', contactId === undefined ? undefined : { id: contactId });
  return (
    <div className={pageClasses.page}>
      <div className={`${pageClasses.body} ${pageClasses.wide}`}>
        <Anchor component={Link} to="/contacts" size="sm" mb="md" display="inline-flex" style={{ gap: 4 }}>
          <IconArrowLeft size={16} stroke={1.7} aria-hidden /> {t('back')}
        </Anchor>
        <Loaded read={read} skeleton={<CardSkeleton />}>
          {(card) => (
            <>
              <ContactHead card={card} />
              <div className={classes.columns}>
                <div className={classes.column}>
                  <DataSection key={card.contact.id} contact={card.contact} />
                  <NotesSection contactId={card.contact.id} notes={card.notes} />
                  <TicketsSection tickets={card.tickets} />
                </div>
                <div className={classes.column}>
                  <IdentitiesSection contact={card.contact} merges={card.merges} />
                  <OptInSection contactId={card.contact.id} optIns={card.optIns} />
                  <MemorySection contactId={card.contact.id} />
                  <HistorySection contactId={card.contact.id} />
                </div>
              </div>
            </>
          )}
        </Loaded>
      </div>
    </div>
  );
}

function CardSkeleton() {
  return (
    <Stack>
      <Skeleton height={56} width="60%" />
      <div className={classes.columns}>
        <Skeleton height={320} />
        <Skeleton height={320} />
      </div>
    </Stack>
  );
}
