import type { OutboundContent } from '@balcao/channels/port';

/** What a person would read of it. A template's words are in its copy, not in what is sent. */
export function wordsOf(content: OutboundContent): string | null {
  if ('text' in content) return content.text;
  if (content.kind === 'media') return content.caption ?? null;
  if (content.kind === 'reaction') return content.emoji ?? null;
  if (content.kind === 'location') return content.name ?? content.address ?? null;
  if (content.kind === 'contacts') return content.contacts.map((card) => card.name.formatted).join(', ');
  return null;
}
