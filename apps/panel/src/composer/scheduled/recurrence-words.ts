import type { Operations, OutputOf } from '@balcao/contract';

export type Scheduled = OutputOf<Operations['scheduled.list']>['scheduled'][number];

/** In an hour, at a full quarter: a time that one seldom has to change twice. */
export function proposedTime(now: Date): Date {
  const quarter = 15 * 60_000;
  return new Date(Math.ceil((now.getTime() + 45 * 60_000) / quarter) * quarter);
}

/** Tomorrow at nine, next Monday at nine: by the clock on the wall here. */
export function presetTimes(now: Date): { readonly tomorrow: Date; readonly monday: Date } {
  const at = (days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 9, 0);
  return { tomorrow: at(1), monday: at((8 - now.getDay()) % 7 || 7) };
}

/** For an input of the browser: 2026-11-21T09:00 by the clock here. */
export function localInput(time: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day}T${two(time.getHours())}:${two(time.getMinutes())}`;
}
