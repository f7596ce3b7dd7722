import { type Finished, finished } from '@balcao/ai/local';
import type { MessageFrame } from '@balcao/channels/port';

/** Of the channel's waiting time: short after a whole sentence, longer after half of one, longest while they speak in voice messages. */
const shares: Readonly<Record<Finished, number>> = { whole: 0.6, unsure: 1, half: 2 };
const FILE = 1.5;
const AUDIO = 2.5;
/** Nobody waits longer than this for more, unless the channel says so. */
const LONGEST_MS = 6_000;

/** How long to wait for more words after this message. A tap says all there is to say; a channel that does not wait never does. */
export function waitFor(joinMs: number, frame: Pick<MessageFrame, 'kind' | 'text'>): number {
  if (joinMs === 0 || frame.kind === 'button_reply' || frame.kind === 'list_reply' || frame.kind === 'button') return 0;
  return Math.min(joinMs * share(frame), Math.max(LONGEST_MS, joinMs));
}

function share({ kind, text }: Pick<MessageFrame, 'kind' | 'text'>): number {
  if (kind === 'audio') return AUDIO;
  if (kind !== 'text') return FILE;
  return shares[finished(text ?? '')];
}
