import { IconArrowsExchange, IconCheck, IconNote } from '@tabler/icons-react';
import { useLanguage, useTexts } from '../../text/index.ts';
import { clockTime } from '../../ui/index.ts';
import type { Desk } from '../desk/use-desk.ts';
import { eventWords } from '../details/event-words.ts';
import type { TicketEvent } from '../feed/put-ticket-event.ts';
import { NoteText } from '../notes/note-text.tsx';
import { conversationTexts } from '../texts/texts.ts';
import classes from './thread.module.css';

const icons: Partial<Record<TicketEvent['kind'], typeof IconCheck>> = {
  resolved: IconCheck,
  transferred: IconArrowsExchange,
  note_added: IconNote,
};

/** What happened to the ticket, as a line in the talk; a note as a card that only the team sees. */
export function EventLine({ event, desk, protocol }: { event: TicketEvent; desk: Desk; protocol: string | undefined }) {
  const t = useTexts(conversationTexts);
  const language = useLanguage();
  const words = eventWords(event, { t, language, me: desk.me, protocol });
  const Icon = icons[event.kind];
  const time = <time dateTime={event.at}>{clockTime(event.at, language)}</time>;
  if (event.kind === 'note_added')
    return (
      <div className={classes.note}>
        <div className={classes.noteHead}>
          {Icon && <Icon size={15} stroke={1.7} aria-hidden />}
          <span>{words}</span>
          {time}
        </div>
        <NoteText note={event.note} />
      </div>
    );
  return (
    <div className={classes.event}>
      <span className={classes.eventWords}>
        {Icon && <Icon size={14} stroke={1.7} aria-hidden />}
        {words} {time}
      </span>
      {event.reason !== null && <q className={classes.reason}>{event.reason}</q>}
    </div>
  );
}
