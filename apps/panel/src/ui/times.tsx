import { Text, type TextProps, Tooltip } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { type Language, useLanguage, useTexts } from '../text/index.ts';
import { uiTexts } from './texts/texts.ts';

/** One clock for the whole panel: every relative time changes together, once a minute. */
const listeners = new Set<() => void>();
let minute = Math.floor(Date.now() / 60_000);
setInterval(() => {
  minute = Math.floor(Date.now() / 60_000);
  for (const listener of listeners) listener();
}, 5_000);
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
/** Renders again when the minute changes. */
export const useMinute = (): number => useSyncExternalStore(subscribe, () => minute);

const format = (language: Language, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options);

export const fullTime = (iso: string, language: Language): string =>
  format(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso));
export const clockTime = (iso: string, language: Language): string =>
  format(language, { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));
export const dayOf = (iso: string, language: Language): string =>
  format(language, { day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(iso));

const dayNumber = (time: Date) => Math.floor((time.getTime() - time.getTimezoneOffset() * 60_000) / 86_400_000);

/** As lists show it: now, 5 min, 14:32, ontem, seg., 03/10. */
export function shortTime(
  iso: string,
  language: Language,
  now: Date,
  words: { now: string; yesterday: string },
): string {
  const time = new Date(iso);
  const minutes = Math.floor((now.getTime() - time.getTime()) / 60_000);
  if (minutes < 1 && minutes > -1) return words.now;
  if (minutes > 0 && minutes < 60) return `${minutes} min`;
  const days = dayNumber(now) - dayNumber(time);
  if (days === 0) return clockTime(iso, language);
  if (days === 1) return words.yesterday;
  if (days > 1 && days < 7) return format(language, { weekday: 'short' }).format(time);
  const sameYear = time.getFullYear() === now.getFullYear();
  return format(language, { day: '2-digit', month: '2-digit', ...(sameYear ? {} : { year: '2-digit' }) }).format(time);
}

/** A short time, the whole one on hover, renewed each minute. */
export function RelativeTime({ at, ...props }: { at: string } & TextProps) {
  const t = useTexts(uiTexts);
  const language = useLanguage();
  // The end of the running minute: what happened in it is "now", never in the future.
  const now = new Date(useMinute() * 60_000 + 59_999);
  return (
    <Tooltip label={fullTime(at, language)}>
      <Text span size="xs" c="dimmed" {...props}>
        <time dateTime={at}>{shortTime(at, language, now, { now: t('now'), yesterday: t('yesterday') })}</time>
      </Text>
    </Tooltip>
  );
}
