import { type BusinessHours, type HourSpan, type Language, weekDays } from '@balcao/contract';
import { hoursOn, nextOpening, openNow } from '../../governance/index.ts';
import type { ToolDone } from '../types.ts';
import { hourSentences } from './sentences.ts';

const DAY_MS = 86_400_000;

/** What the clocks on the company's wall show. */
export function localTime(at: Date, timeZone: string): { readonly date: string; readonly time: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return { date: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

export interface HoursQuestion {
  readonly hours: BusinessHours;
  readonly note: string;
  readonly at: Date;
  readonly timeZone: string;
  readonly language: Language;
  /** The day in question; absent: now. */
  readonly date: string | undefined;
}

/** Answers from the company's own table: now, or for a day in question. */
export function tellHours({ hours, note, at, timeZone, language, date: asked }: HoursQuestion): ToolDone {
  const say = hourSentences[language];
  if (hours.always)
    return { ok: true, result: { always_open: true, note: note || null }, text: `${say.always}\n${note}`.trim() };
  const now = localTime(at, timeZone);
  const date = asked ?? now.date;
  const day = hoursOn(hours, date);
  const spans = day.spans.map(spanText);
  const open = openNow(hours, timeZone, at);
  const opens = open ? null : nextOpening(hours, timeZone, at);
  const next = opens && localTime(opens, timeZone);
  const week = weekDays
    .map((name, index) => ({ name: say.days[index] ?? name, spans: hours.week[name] }))
    .filter((one) => one.spans.length > 0)
    .map((one) => `${one.name} ${one.spans.map(spanText).join(', ')}`);
  const called = dayName(date, now.date, language);
  const lines = [
    spans.length > 0 ? say.on(called, spans.join(', ')) : say.closed(called, day.name ?? ''),
    asked === undefined && next !== null ? say.opens(dayName(next.date, now.date, language), next.time) : '',
    week.length > 0 ? `${say.week} ${week.join('; ')}.` : '',
    note,
  ];
  return {
    ok: true,
    result: { date, hours: spans, day_name: day.name, open_now: open, opens_next: next, week, note: note || null },
    text: lines.filter((line) => line !== '').join('\n'),
  };
}

const spanText = ({ from, to }: HourSpan): string => `${from}–${to}`;

function dayName(date: string, today: string, language: Language): string {
  const say = hourSentences[language];
  const noon = Date.parse(`${date}T12:00:00Z`);
  if (date === today) return say.today;
  if (noon - Date.parse(`${today}T12:00:00Z`) === DAY_MS) return say.tomorrow;
  const [, month = '', day = ''] = date.split('-');
  const weekday = say.days[(new Date(noon).getUTCDay() + 6) % 7] ?? '';
  return say.onDay(weekday, language === 'en' ? `${month}/${day}` : `${day}/${month}`);
}
