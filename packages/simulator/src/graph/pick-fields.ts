import type { Json, JsonObject } from '../model.ts';

/** The fields asked for, and the id always; without a question, the usual ones. */
export function pickFields(all: JsonObject, fields: string | undefined, usual: string[]): JsonObject {
  // "a,b{c,d}" asks for nested fields too; here they come whole.
  const asked = fields
    ? fields
        .replace(/\{[^}]*\}/g, '')
        .split(',')
        .map((field) => field.trim())
    : usual;
  const picked: [string, Json | undefined][] = ['id', ...asked]
    .filter((field) => all[field] !== undefined)
    .map((field) => [field, all[field]]);
  return Object.fromEntries(picked);
}

/** One page of a list, by Meta's cursors. */
export function pageOf<T>(items: T[], query: { limit?: string; after?: string }, selfUrl: string): object {
  const limit = Math.min(Math.max(Number(query.limit ?? 25) || 25, 1), 1000);
  const start = query.after ? Number(Buffer.from(query.after, 'base64url').toString()) || 0 : 0;
  const data = items.slice(start, start + limit);
  const cursor = (at: number) => Buffer.from(String(at)).toString('base64url');
  if (data.length === 0) return { data };
  const after = cursor(start + data.length);
  const next = new URL(selfUrl);
  next.searchParams.set('after', after);
  return {
    data,
    paging: {
      cursors: { before: cursor(start), after },
      ...(start + data.length < items.length ? { next: next.toString() } : {}),
    },
  };
}
