import { currentLanguage, sayIn } from '../../text/index.ts';
import { conversationTexts } from '../texts/texts.ts';
import type { TicketAction } from './ticket-action.ts';

/** What is told in the corner; nothing where the screen itself shows the change. */
export function doneWords(action: TicketAction): string | undefined {
  const say = sayIn(conversationTexts);
  switch (action.do) {
    case 'claim':
      return say('done_claim');
    case 'release':
      return say('done_release');
    case 'transfer':
      return say('done_transfer');
    case 'snooze':
      return say('done_snooze', { until: whenWords(action.until) });
    case 'wait':
      return say('done_wait');
    case 'resolve':
      return say('done_resolve');
    case 'reopen':
      return say('done_reopen');
    default:
      return undefined;
  }
}

/** seg., 23 de nov., 09:00 */
export const whenWords = (iso: string, language = currentLanguage()): string =>
  new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(iso));
