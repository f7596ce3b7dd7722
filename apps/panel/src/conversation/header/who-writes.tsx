import { useTyping } from '../../realtime/index.ts';
import { useTexts } from '../../text/index.ts';
import type { Desk } from '../desk/use-desk.ts';
import { conversationTexts } from '../texts/texts.ts';

/** Who is typing now besides me; undefined: nobody. */
export function useWhoWrites(conversationId: string, desk: Desk): string | undefined {
  const t = useTexts(conversationTexts);
  const typing = useTyping(conversationId).filter((by) => by !== desk.me);
  if (typing.includes('customer')) return t('customerTypes');
  if (typing.length > 1) return t('typingMany');
  const [one] = typing;
  return one === undefined ? undefined : t('typing', { name: desk.nameOf(one) ?? t('by_person') });
}
