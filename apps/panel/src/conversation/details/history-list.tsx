import { useRead } from '../../api/index.ts';
import { useLanguage, useTexts } from '../../text/index.ts';
import { clockTime, dayOf, Loaded } from '../../ui/index.ts';
import type { InboxItem } from '../conversation-view.ts';
import { useDesk } from '../desk/use-desk.ts';
import { conversationTexts } from '../texts/texts.ts';
import classes from './details.module.css';
import { eventWords } from './event-words.ts';

/** Every change of the ticket and its author, the newest first. */
export function HistoryList({ ticket }: { ticket: InboxItem }) {
  const t = useTexts(conversationTexts);
  const language = useLanguage();
  const { me } = useDesk();
  const read = useRead('tickets.history', { ticketId: ticket.ticketId });
  return (
    <Loaded read={read}>
      {({ events }) => (
        <ol className={classes.history}>
          {events.toReversed().map((event) => (
            <li key={event.id} className={classes.change}>
              <span>{eventWords(event, { t, language, me, protocol: ticket.protocol })}</span>
              {event.reason !== null && <q className={classes.why}>{event.reason}</q>}
              <time dateTime={event.at}>
                {dayOf(event.at, language)} {clockTime(event.at, language)}
              </time>
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  );
}
