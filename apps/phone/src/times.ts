import { language, t } from './texts/texts.ts';

const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
const longDay = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' });
const shortDay = new Intl.DateTimeFormat(language, { day: '2-digit', month: '2-digit' });

export const timeOf = (at: number): string => clock.format(at);
export const dayKey = (at: number): string => new Date(at).toDateString();

export function dayOf(at: number, now = Date.now()): string {
  if (dayKey(at) === dayKey(now)) return t.today;
  if (dayKey(at) === dayKey(now - 86_400_000)) return t.yesterday;
  return longDay.format(at);
}

/** For lists: the hour of today's, the day of older ones. */
export function shortTimeOf(at: number, now = Date.now()): string {
  if (dayKey(at) === dayKey(now)) return timeOf(at);
  return dayKey(at) === dayKey(now - 86_400_000) ? t.yesterday : shortDay.format(at);
}

export function lengthOf(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB'];
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${units[unit]}`;
}

export function elapsedOf(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(ms / 1000);
  return ms < 60_000 ? `${seconds} s` : lengthOf(ms / 1000);
}
