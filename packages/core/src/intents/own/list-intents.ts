import type { Language } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { intentDefinitions, startingIntents } from '../definitions.ts';
import { countOwn, listIntents as list } from '../rows.ts';
import { readStartingSet } from '../starting-set/read-starting-set.ts';
import type { Intent } from '../types.ts';
import { type IntentRow, isStarting } from './find-intent.ts';

/** Those of the starting set, then the company's own in the order in which they were made. */
export async function listIntents(ctx: WorkspaceCtx, tx: Tx, language: Language): Promise<Intent[]> {
  const [rows, counts] = await Promise.all([
    tx.rows<IntentRow>(list, [ctx.workspaceId]),
    tx.rows<{ key: string; count: number }>(countOwn, [ctx.workspaceId]),
  ]);
  const changed = new Map(rows.map((row) => [row.key, row]));
  const own = new Map(counts.map(({ key, count }) => [key, count]));
  const starting = new Map<string, number>();
  for (const { intent } of readStartingSet()) starting.set(intent, (starting.get(intent) ?? 0) + 1);
  const keys = [...startingIntents, ...rows.map(({ key }) => key).filter((key) => !isStarting(key))];
  return keys.map((key) => {
    const row = changed.get(key);
    const defined = isStarting(key) ? intentDefinitions[key] : undefined;
    return {
      key,
      name: row?.name ?? defined?.name[language] ?? key,
      border: row?.border ?? defined?.border ?? '',
      starting: defined !== undefined,
      archived: row?.archived ?? false,
      examples: { starting: starting.get(key) ?? 0, own: own.get(key) ?? 0 },
    };
  });
}

/** What to call each of them. */
export async function nameIntents(ctx: WorkspaceCtx, tx: Tx, language: Language): Promise<(key: string) => string> {
  const rows = await tx.rows<IntentRow>(list, [ctx.workspaceId]);
  const own = new Map(rows.map(({ key, name }) => [key, name]));
  return (key) => own.get(key) ?? (isStarting(key) ? intentDefinitions[key].name[language] : key);
}
