import type { BusinessHours } from '@balcao/contract';
import { openSpans } from './open-spans.ts';

/** Does somebody answer at this moment? */
export function openNow(hours: BusinessHours, timeZone: string, at: Date): boolean {
  for (const { from, to } of openSpans(hours, timeZone, at)) {
    if (at.getTime() < from) return false;
    if (at.getTime() < to) return true;
  }
  return false;
}
