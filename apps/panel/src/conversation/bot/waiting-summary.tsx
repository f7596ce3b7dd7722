import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconRobot } from '@tabler/icons-react';
import { useState } from 'react';
import { botWords, useIntentName } from '../../bot-words/index.ts';
import { useTexts } from '../../text/index.ts';
import type { InboxItem } from '../conversation-view.ts';
import classes from './bot.module.css';
import { HandoffFacts } from './handoff-facts.tsx';
import { botSignTexts } from './texts/texts.ts';
import { useHandoffs } from './use-bot-talk.ts';

/** On top of a ticket that waits for a person: what the bot found out, in a line, and all of it on demand. */
export function WaitingSummary({ ticket }: { ticket: InboxItem }) {
  const t = useTexts(botSignTexts);
  const words = useTexts(botWords);
  const nameOf = useIntentName();
  const [opened, setOpened] = useState(false);
  const handoff = useHandoffs(ticket.conversationId).find((one) => one.ticketId === ticket.ticketId);
  if (handoff === undefined || ticket.status !== 'queued') return null;
  const line =
    (handoff.wants === null ? undefined : `“${handoff.wants}”`) ??
    (handoff.intent === null ? handoff.summary : nameOf(handoff.intent));
  return (
    <section className={classes.waiting} aria-label={t('handoff')}>
      <UnstyledButton className={classes.waitingHead ?? ''} aria-expanded={opened} onClick={() => setOpened(!opened)}>
        <IconRobot size={18} stroke={1.6} aria-hidden />
        <span className={classes.waitingWords}>
          <strong>{line}</strong> {words(`reason_${handoff.reason}`)}
        </span>
        <IconChevronDown size={16} stroke={1.7} aria-hidden data-opened={opened || undefined} />
      </UnstyledButton>
      {opened && (
        <div className={classes.waitingBody}>
          <HandoffFacts handoff={handoff} />
        </div>
      )}
    </section>
  );
}
