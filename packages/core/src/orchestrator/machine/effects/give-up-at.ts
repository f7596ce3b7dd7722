import type { Making } from '../making.ts';

/** The customer has a sentence within ten seconds of their message: an errand has so long, the rest is for sending. */
const GIVE_UP_MS = 8_000;
/** An errand that begins late (we were away, or waited for more words) has at least so long. */
const AT_LEAST_MS = 2_500;

export function giveUpAt({ facts, heard }: Making): number {
  const taken = heard.at(-1)?.takenAt ?? facts.now;
  return Math.max(taken + GIVE_UP_MS, facts.now + AT_LEAST_MS);
}
