import type { BusinessHours } from '@balcao/contract';
import { dueAfter } from './due-after.ts';

/** The first moment from `at` on at which somebody answers: `at` itself when it is open; null when that is in no year. */
export const nextOpening = (hours: BusinessHours, timeZone: string, at: Date): Date | null =>
  dueAfter(hours, timeZone, at, 0);
