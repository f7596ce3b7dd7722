import { z } from 'zod';

export const weekDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type WeekDay = (typeof weekDays)[number];

const clockTime = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** `to` is not included; at or before `from` it is on the next day, so 18:00 to 02:00 is one evening and 00:00 to 00:00 a whole day. */
const span = z.strictObject({ from: z.string().regex(clockTime), to: z.string().regex(clockTime) });
export type HourSpan = z.output<typeof span>;

const spans = z.array(span).max(6);
const morningAndAfternoon: HourSpan[] = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
];

const isDate = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
};

/** When people answer, in the time zone of the workspace. */
export const businessHours = z.strictObject({
  /** Somebody answers at any hour: the rest is not looked at. */
  always: z.boolean().default(true),
  week: z
    .strictObject(
      Object.fromEntries(weekDays.map((day) => [day, spans])) as { [D in WeekDay]: typeof spans }, // one for each day
    )
    .default({
      mon: morningAndAfternoon,
      tue: morningAndAfternoon,
      wed: morningAndAfternoon,
      thu: morningAndAfternoon,
      fri: morningAndAfternoon,
      sat: [],
      sun: [],
    }),
  /** Closed on the national holidays of Brazil, Good Friday among them. */
  nationalHolidays: z.boolean().default(true),
  /** Days that the law leaves to each place, though most close. */
  customaryHolidays: z.array(z.enum(['carnival', 'ash_wednesday', 'corpus_christi'])).default([]),
  /** Dates with hours of their own, holidays or not; no span: closed. */
  dates: z
    .array(
      z.strictObject({
        date: z
          .string()
          .regex(/^\d{4}-\d{2}-\d{2}$/)
          .refine(isDate, 'not a date'),
        name: z.string().trim().max(80).default(''),
        spans,
      }),
    )
    .max(200)
    .default([]),
});

export type BusinessHours = z.output<typeof businessHours>;
