import type { ThreadMessage } from '../thread-message.ts';

/** How tight the bubble lies around what it shows: `bare` has no bubble at all. */
export function frameOf({ media, text, interactive, revokedAt }: ThreadMessage): 'words' | 'picture' | 'bare' {
  if (revokedAt !== null) return 'words';
  if (media?.kind === 'sticker' && !text) return 'bare';
  if ((media?.kind === 'image' || media?.kind === 'video') && interactive === null) return 'picture';
  return 'words';
}
