import { type Language, useLanguage } from '../text/index.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: Language, kind: 'time' | 'moment'): Intl.DateTimeFormat {
  const key = `${language} ${kind}`;
  let format = formats.get(key);
  if (!format) {
    const options: Intl.DateTimeFormatOptions =
      kind === 'time'
        ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
        : { dateStyle: 'short', timeStyle: 'medium' };
    format = new Intl.DateTimeFormat(language, options);
    formats.set(key, format);
  }
  return format;
}

/** `time`: 14:05. `moment`: with its day and seconds. */
export function useClock(): (iso: string, kind: 'time' | 'moment') => string {
  const language = useLanguage();
  return (iso, kind) => formatOf(language, kind).format(new Date(iso));
}

/** 0:07, 12:30, 1:02:03. */
export function lengthOf(seconds: number): string {
  const whole = Number.isFinite(seconds) && seconds > 0 ? Math.floor(seconds) : 0;
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const tail = String(rest).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}
