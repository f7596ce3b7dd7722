import type { Language } from '@balcao/contract';
import { sentencesOf } from './sentences-of.ts';

const DAY_MS = 86_400_000;

/** "hoje às 18:00", "amanhã às 08:00", "segunda-feira às 08:00": an instant as people say it, in the company's time zone. */
export function when(at: number, now: number, timeZone: string, language: Language): string {
  const sentences = sentencesOf(language);
  const time = clock(at, timeZone, language);
  const days = Math.round((dayOf(at, timeZone) - dayOf(now, timeZone)) / DAY_MS);
  if (days <= 0) return sentences.today(time);
  if (days === 1) return sentences.tomorrow(time);
  const style = days < 7 ? { weekday: 'long' as const } : { day: '2-digit' as const, month: '2-digit' as const };
  return sentences.onDay(formatter(language, { timeZone, ...style }).format(at), time);
}

export const clock = (at: number, timeZone: string, language: Language): string =>
  formatter(language, { timeZone, hour: '2-digit', minute: '2-digit', hour12: false }).format(at);

/** Midnight of its day, as if it were UTC: for counting days. */
function dayOf(at: number, timeZone: string): number {
  const parts = formatter('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'));
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** They are dear to make. */
function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(language, options);
  formatters.set(key, made);
  return made;
}
