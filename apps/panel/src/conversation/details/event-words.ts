import type { Language } from '../../text/index.ts';
import { whenWords } from '../actions/done-words.ts';
import type { TicketEvent } from '../feed/put-ticket-event.ts';
import type { SayConversation } from '../texts/texts.ts';

interface Telling {
  readonly t: SayConversation;
  readonly language: Language;
  readonly me: string;
  readonly protocol?: string | undefined;
}

function byWhom({ by }: TicketEvent, { t, me }: Telling): string {
  if (by.kind === 'person' && by.id === me) return t('you');
  return by.name ?? t(`by_${by.kind}`);
}

function toWhat({ to }: TicketEvent, { t, me }: Telling): string {
  if (to?.assignee?.id === me) return t('you').toLowerCase();
  return (to?.assignee ?? to?.queue ?? to?.team ?? to?.department)?.name ?? t('theQueue');
}

/** One line of a ticket's history in words. */
export function eventWords(event: TicketEvent, telling: Telling): string {
  const { t, language, protocol } = telling;
  const by = byWhom(event, telling);
  switch (event.kind) {
    case 'opened':
      return protocol === undefined ? t('event_opened_plain') : t('event_opened', { protocol });
    case 'assigned':
    case 'transferred':
      return t(`event_${event.kind}`, { by, to: toWhat(event, telling) });
    case 'priority_set':
      return t('event_priority_set', { by, to: event.priority === null ? '' : t(event.priority).toLowerCase() });
    case 'subject_set':
      return event.subject === null
        ? t('event_subject_cleared', { by })
        : t('event_subject_set', { by, to: event.subject });
    case 'tags_set': {
      const names = (event.tags ?? []).map((tag) => tag.name).join(', ');
      return names === '' ? t('event_tags_cleared', { by }) : t('event_tags_set', { by, to: names });
    }
    case 'snoozed':
      return t('event_snoozed', { by, to: event.until === null ? '' : whenWords(event.until, language) });
    case 'note_edited':
    case 'note_deleted':
    case 'note_added':
      return event.by.id === telling.me ? t('event_note_mine') : t('event_note_added', { by });
    case 'handed_off':
      return event.by.kind === 'bot' ? t('event_handed_off_bot') : t('event_handed_off', { by });
    case 'queued':
    case 'woken':
    case 'joined':
    case 'parted':
      return t(`event_${event.kind}`);
    default:
      return t(`event_${event.kind}`, { by });
  }
}
