import { addDays, dateOf, weekdayOf } from '../expressions/day.ts';
import { plain } from '../expressions/plain.ts';

const words: ReadonlyMap<string, number> = new Map([
  ['hoje', 0],
  ['hj', 0],
  ['today', 0],
  ['hoy', 0],
  ['amanha', 1],
  ['amanh', 1],
  ['tomorrow', 1],
  ['manana', 1],
  ['depois de amanha', 2],
  ['pasado manana', 2],
  ['ontem', -1],
  ['yesterday', -1],
  ['ayer', -1],
  ['anteontem', -2],
  ['antes de ontem', -2],
]);
const longestFirst = [...words.keys()].sort((a, b) => b.length - a.length);

const weekdays = [
  ['segunda', 'monday', 'lunes'],
  ['terca', 'tuesday', 'martes'],
  ['quarta', 'wednesday', 'miercoles'],
  ['quinta', 'thursday', 'jueves'],
  ['sexta', 'friday', 'viernes'],
  ['sabado', 'saturday'],
  ['domingo', 'sunday'],
];
const months = 'jan fev mar abr mai jun jul ago set out nov dez'.split(' ');
const numbers = 'zero um dois tres quatro cinco seis sete oito nove dez'.split(' ');

/** A day as people in Brazil write it ("25/12", "amanhã", "sexta", "dia 5", "3 de março") → 2026-12-25; undefined when it is none. */
export function readDate(typed: string, today: string): string | undefined {
  const raw = typed.normalize('NFKC').trim();
  const iso = /\b(\d{4})-(\d\d)-(\d\d)\b/.exec(raw);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const written = /(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}|\d{2}))?(?!\d)/.exec(raw);
  if (written) return dayAndMonth(Number(written[1]), Number(written[2]), written[3], today);
  const said = plain(raw);
  return monthByName(said, today) ?? relative(said, today) ?? byWeekday(said, today) ?? dayOfMonth(said, today);
}

function dayAndMonth(day: number, month: number, year: string | undefined, today: string): string | undefined {
  if (year !== undefined) return dateOf(fullYear(year, today), month, day);
  // Without a year the nearest one is meant: in December "10/01" is next January's, in January "20/12" the one just gone.
  const thisYear = Number(today.slice(0, 4));
  const candidates = [thisYear - 1, thisYear, thisYear + 1].flatMap((one) => dateOf(one, month, day) ?? []);
  const distance = (date: string) => Math.abs(Date.parse(date) - Date.parse(today));
  return candidates.sort((a, b) => distance(a) - distance(b))[0];
}

/** Two digits: up to twenty years ahead, else of the century before. */
function fullYear(year: string, today: string): number {
  if (year.length === 4) return Number(year);
  const ahead = Number(today.slice(0, 4)) + 20;
  const inCentury = Math.floor(ahead / 100) * 100 + Number(year);
  return inCentury > ahead ? inCentury - 100 : inCentury;
}

function monthByName(said: string, today: string): string | undefined {
  const found =
    /\b(\d{1,2}|primeiro)o? (?:de )?(jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez)[a-z]*(?: (?:de )?(\d{4}|\d{2}))?\b/.exec(
      said,
    );
  if (!found) return undefined;
  const day = found[1] === 'primeiro' ? 1 : Number(found[1]);
  return dayAndMonth(day, months.indexOf(found[2] ?? '') + 1, found[3], today);
}

function relative(said: string, today: string): string | undefined {
  const ahead =
    /\b(?:daqui a?|em|dentro de|in|en) (\d{1,3}|um|dois|tres|quatro|cinco|seis|sete|oito|nove|dez) (dias?|semanas?|days?|weeks?)\b/.exec(
      said,
    );
  if (ahead) {
    const count = /^\d/.test(ahead[1] ?? '') ? Number(ahead[1]) : numbers.indexOf(ahead[1] ?? '');
    return addDays(today, count * (/^(semana|week)/.test(ahead[2] ?? '') ? 7 : 1));
  }
  const word = longestFirst.find((one) => ` ${said} `.includes(` ${one} `));
  return word === undefined ? undefined : addDays(today, words.get(word) ?? 0);
}

/** The next one: on a Friday "sexta" is in a week. */
function byWeekday(said: string, today: string): string | undefined {
  const index = weekdays.findIndex((names) => names.some((name) => ` ${said} `.includes(` ${name} `)));
  if (index < 0) return undefined;
  return addDays(today, ((index + 1 - weekdayOf(today) + 6) % 7) + 1);
}

function dayOfMonth(said: string, today: string): string | undefined {
  const day = Number(/^(?:no |pro |para o |ate o )?dia (\d{1,2})$/.exec(said)?.[1] ?? Number.NaN);
  if (!Number.isInteger(day) || day < 1 || day > 31) return undefined;
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  for (let n = 0; n < 3; n++) {
    const date = dateOf(year + Math.floor((month - 1 + n) / 12), ((month - 1 + n) % 12) + 1, day);
    if (date !== undefined && date >= today) return date;
  }
  return undefined;
}
