import type { OutboundContent } from '@balcao/channels/port';
import type { Said } from './making.ts';

/** What WhatsApp takes in one. */
const MOST = { text: 4_096, menu: 1_024 } as const;

/** Bubbles that follow each other become one message, a text before a menu part of it, where they fit: each message is paid for. */
export function joinBubbles(said: readonly Said[]): Said[] {
  const joined: Said[] = [];
  for (const one of said) {
    const before = joined.at(-1);
    const both = before && before.to === one.to ? join(before.content, one.content) : undefined;
    if (both === undefined) joined.push(one);
    else joined[joined.length - 1] = { ...one, content: both, text: both.text };
  }
  return joined;
}

type Worded = Extract<OutboundContent, { kind: 'text' | 'buttons' | 'list' }>;

function join(first: OutboundContent, second: OutboundContent): Worded | undefined {
  if (first.kind !== 'text') return undefined;
  if (second.kind !== 'text' && second.kind !== 'buttons' && second.kind !== 'list') return undefined;
  const text = `${first.text}\n\n${second.text}`;
  return text.length <= (second.kind === 'text' ? MOST.text : MOST.menu) ? { ...second, text } : undefined;
}
