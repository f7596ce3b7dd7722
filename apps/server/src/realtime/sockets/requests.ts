import { Fault } from '@balcao/kernel';
import { z } from 'zod';

const id = z.uuid().transform((text) => text.toLowerCase());

export const WATCHED_AT_MOST = 20;

export const subscribeRequest = z.object({
  workspace: id,
  after: z.string().max(100).optional(),
  mode: z.enum(['raw', 'desk']).default('raw'),
  watching: z.array(id).max(WATCHED_AT_MOST).default([]),
});
export const watchRequest = z.object({ conversationId: id });
export const typingRequest = z.object({ conversationId: id, on: z.boolean() });
export const presenceRequest = z.object({ state: z.enum(['online', 'away']) });

export function parseRequest<T>(schema: z.ZodType<T>, given: unknown): T {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({
    path: path.map(String).join('.'),
    problem: message,
  }));
  throw new Fault('invalid_input', 'the request does not have the shape of the contract', { issues });
}
