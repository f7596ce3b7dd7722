import type { KeptTool, Language } from '@balcao/contract';
import type { ToolDone } from '../types.ts';
import { hourSentences } from './sentences.ts';

export type OpeningHours = Extract<KeptTool, { kind: 'opening_hours' }>['settings'];

interface LocalTime {
  /** YYYY-MM-DD */
  readonly date: string;
  /** HH:MM */
  readonly time: string;
}

export interface OpenState {
  readonly open: boolean;
  /** When it opens next, within two weeks; null while it is open, or when it never does. */
  readonly opens: LocalTime | null;
}

const DAY_MS = 86_400_000;

/** What the clocks on the company's wall show. */
export function localTime(at: Date, timeZone: string): LocalTime {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return { date: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

/** 1 is Monday. */
const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export function spansOf(hours: OpeningHours, date: string): readonly { from: string; to: string }[] {
  if (hours.closed.some((one) => one.date === date)) return [];
  const spans = hours.week.find((one) => one.day === weekday(date))?.spans ?? [];
  return spans.filter((span) => span.from < span.to).sort((a, b) => a.from.localeCompare(b.from));
}

export function openState(hours: OpeningHours, { date, time }: LocalTime): OpenState {
  if (spansOf(hours, date).some((span) => span.from <= time && time < span.to)) return { open: true, opens: null };
  for (let ahead = 0; ahead <= 14; ahead++) {
    const day = dayAfter(date, ahead);
    const next = spansOf(hours, day).find((span) => ahead > 0 || span.from > time);
    if (next !== undefined) return { open: false, opens: { date: day, time: next.from } };
  }
  return { open: false, opens: null };
}

/** Answers from the company's own table: now, or for a day in question. */
export function tellHours(
  hours: OpeningHours,
  at: Date,
  timeZone: string,
  language: Language,
  asked: string | undefined,
): ToolDone {
  const now = localTime(at, timeZone);
  const date = asked ?? now.date;
  const spans = spansOf(hours, date).map((span) => `${span.from}–${span.to}`);
  const state = openState(hours, now);
  const say = hourSentences[language];
  const holiday = hours.closed.find((one) => one.date === date)?.name;
  const week = hours.week
    .toSorted((a, b) => a.day - b.day)
    .filter((one) => one.spans.length > 0)
    .map(({ day, spans: of }) => `${say.days[day - 1] ?? ''} ${of.map((s) => `${s.from}–${s.to}`).join(', ')}`);
  const lines = [
    spans.length > 0
      ? say.on(dayName(date, now.date, language), spans.join(', '))
      : say.closed(dayName(date, now.date, language), holiday ?? ''),
    asked === undefined && !state.open && state.opens !== null
      ? say.opens(dayName(state.opens.date, now.date, language), state.opens.time)
      : '',
    week.length > 0 ? `${say.week} ${week.join('; ')}.` : '',
    hours.note,
  ];
  return {
    ok: true,
    result: { date, hours: spans, open_now: state.open, opens_next: state.opens, week, note: hours.note || null },
    text: lines.filter((line) => line !== '').join('\n'),
  };
}

function dayName(date: string, today: string, language: Language): string {
  const say = hourSentences[language];
  if (date === today) return say.today;
  if (date === dayAfter(today, 1)) return say.tomorrow;
  const [, month = '', day = ''] = date.split('-');
  return say.onDay(say.days[weekday(date) - 1] ?? '', language === 'en' ? `${month}/${day}` : `${day}/${month}`);
}
