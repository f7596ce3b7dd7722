import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { intentDefinitions, type StartingIntent } from '../definitions.ts';
import { getIntent } from '../rows.ts';

export interface IntentRow {
  readonly key: string;
  readonly name: string | null;
  readonly border: string | null;
  readonly archived: boolean;
}

export const isStarting = (key: string): key is StartingIntent => Object.hasOwn(intentDefinitions, key);

/** Its row; one of the starting set that nobody changed has none. */
export async function findIntent(ctx: WorkspaceCtx, tx: Tx, key: string): Promise<IntentRow> {
  const row = await tx.one<IntentRow>(getIntent, [ctx.workspaceId, key]);
  if (row !== undefined) return row;
  if (!isStarting(key)) throw new Fault('not_found', `there is no intent "${key}"`);
  return { key, name: null, border: null, archived: false };
}
