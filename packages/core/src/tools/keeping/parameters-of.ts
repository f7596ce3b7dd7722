import type { JsonSchema } from '@balcao/ai/port';
import type { KeptTool, ToolParameter } from '@balcao/contract';
import { z } from 'zod';

export interface Parameters {
  /** For models. */
  readonly schema: JsonSchema;
  /** What judges their arguments. */
  readonly check: z.ZodType<Readonly<Record<string, unknown>>>;
}

const text = (max: number) => z.string().trim().min(1).max(max);

/** What each kind takes. Unknown arguments are refused: no id and no address gets in by a side door. */
export function parametersOf(does: KeptTool): Parameters {
  switch (does.kind) {
    case 'opening_hours':
      return of(z.strictObject({ date: z.iso.date().optional().describe('The day in question, as YYYY-MM-DD') }));
    case 'order_status':
      return of(
        z.strictObject({
          order: z
            .string()
            .trim()
            .regex(/^#?[A-Za-z0-9][A-Za-z0-9./-]{0,39}$/)
            .describe('The number of the order, as the customer wrote it'),
        }),
      );
    case 'open_ticket':
      return of(z.strictObject({ subject: text(200).describe('What it is about, in a few words') }));
    case 'update_ticket':
      return of(
        z.strictObject({
          note: text(1000).describe('What the team should know'),
          protocol: z
            .string()
            .trim()
            .max(40)
            .optional()
            .describe('The protocol, when the customer speaks of an earlier ticket'),
        }),
      );
    case 'book':
      return of(bookingSchema(does.settings.services));
    case 'send_document':
      return of(z.strictObject({ document: choiceOf(does.settings.documents) }));
    case 'http':
      return of(z.strictObject(Object.fromEntries(does.settings.parameters.map((one) => [one.name, fieldOf(one)]))));
  }
}

const bookingSchema = (services: readonly string[]) =>
  z.strictObject({
    service: (services.length > 0 ? z.enum([...services]) : text(80)).describe('What is to be booked'),
    date: z.iso.date().describe('The day wanted, as YYYY-MM-DD'),
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional()
      .describe('The time wanted, as HH:MM'),
    note: z.string().trim().max(500).optional().describe('Anything else that matters'),
  });

const choiceOf = (documents: readonly { key: string; title: string }[]) =>
  z.enum(documents.map((one) => one.key)).describe(documents.map((one) => `${one.key}: ${one.title}`).join('; '));

function fieldOf({ type, description, required, options, maxLength }: ToolParameter): z.ZodType {
  const base = {
    text: () => text(maxLength),
    number: () => z.number(),
    date: () => z.iso.date(),
    choice: () => z.enum([...options]),
  }[type]();
  const described = base.describe(description);
  return required ? described : described.optional();
}

function of(check: z.ZodObject): Parameters {
  const { $schema: _, ...schema } = z.toJSONSchema(check, { io: 'input' });
  return { schema, check };
}
