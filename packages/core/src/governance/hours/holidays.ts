import type { BusinessHours } from '@balcao/contract';
import { addDays } from './days.ts';

/** National holidays by law: Lei 662/1949, 6.802/1980, 10.607/2002 and, since 2024, 14.759/2023. */
const fixed = [
  ['01-01', 'Confraternização Universal', 1949],
  ['04-21', 'Tiradentes', 1949],
  ['05-01', 'Dia do Trabalho', 1949],
  ['09-07', 'Independência do Brasil', 1949],
  ['10-12', 'Nossa Senhora Aparecida', 1980],
  ['11-02', 'Finados', 1949],
  ['11-15', 'Proclamação da República', 1949],
  ['11-20', 'Dia da Consciência Negra', 2024],
  ['12-25', 'Natal', 1949],
] as const;

/** Days from Easter. Good Friday is religious by Lei 9.093/1995 and kept everywhere; the others each place decides for itself. */
const movable = {
  carnival: { days: [-48, -47], name: 'Carnaval' },
  ash_wednesday: { days: [-46], name: 'Quarta-feira de Cinzas' },
  corpus_christi: { days: [60], name: 'Corpus Christi' },
} as const;

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterOf(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return `${year}-${String(Math.floor(sum / 31)).padStart(2, '0')}-${String((sum % 31) + 1).padStart(2, '0')}`;
}

type Kept = Pick<BusinessHours, 'nationalHolidays' | 'customaryHolidays'>;

/** The name of the holiday that this date is, as the company keeps them. */
export function holidayOn(date: string, { nationalHolidays, customaryHolidays }: Kept): string | undefined {
  const year = Number(date.slice(0, 4));
  const easter = easterOf(year);
  if (nationalHolidays) {
    const one = fixed.find(([day, , since]) => date.endsWith(`-${day}`) && year >= since);
    if (one !== undefined) return one[1];
    if (date === addDays(easter, -2)) return 'Sexta-feira Santa';
  }
  return customaryHolidays
    .map((which) => movable[which])
    .find(({ days }) => days.some((away) => date === addDays(easter, away)))?.name;
}
