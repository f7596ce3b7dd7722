import { createModels } from '@balcao/ai/models';
import type { Models } from '@balcao/ai/port';
import type { DbCtx } from '@balcao/db';

const made = new WeakMap<DbCtx['http'], Models>();

/** One for the program: the quotas of the vendors, and their bad days, are the same for whoever asks. */
export function modelsOf(ctx: DbCtx): Models {
  const known = made.get(ctx.http) ?? createModels(ctx);
  made.set(ctx.http, known);
  return known;
}
