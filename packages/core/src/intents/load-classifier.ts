import { type Classified, type IntentModel, readModel } from '@balcao/ai/local';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { enqueue } from '@balcao/jobs';
import { learnIntentsJob } from './learning/jobs.ts';
import { type StateRow, versionOf } from './learning/learn.ts';
import { readModelBytes, readState } from './rows.ts';
import { startingModel } from './starting-set/starting-model.ts';

export interface Classifier {
  /** Changes when something was learned: stored with each turn. */
  readonly version: string;
  classify(text: string): Classified;
}

/** Models never change. Each is some 2 MB in memory; the one that was longest not asked for goes. */
const kept = new Map<string, IntentModel>();
const KEPT_AT_MOST = 100;
/** Companies whose model stands on another starting set, each told of once by this process. */
const outdated = new Set<string>();

function keep(key: string, model: IntentModel): IntentModel {
  kept.delete(key);
  if (kept.size >= KEPT_AT_MOST) kept.delete(kept.keys().next().value ?? '');
  kept.set(key, model);
  return model;
}

async function findModel(ctx: WorkspaceCtx, tx: Tx, version: string): Promise<IntentModel | undefined> {
  const key = `${ctx.workspaceId} ${version}`;
  const known = kept.get(key);
  if (known !== undefined) return keep(key, known);
  const row = await tx.one<{ model: Buffer }>(readModelBytes, [ctx.workspaceId, version]);
  const model = row && readModel(row.model);
  return model && keep(key, model);
}

/** After an upgrade with a better starting set: learned anew in the background, while the model that is there serves. */
async function renew(ctx: WorkspaceCtx, tx: Tx): Promise<void> {
  const { workspaceId } = ctx;
  const to = versionOf(0);
  if (outdated.has(`${workspaceId} ${to}`)) return;
  outdated.add(`${workspaceId} ${to}`);
  await enqueue(tx, ctx, learnIntentsJob, { workspaceId }, { workspaceId, dedupeKey: `${workspaceId} ${to}` });
}

/** By what this company's messages are understood: its own model, or the starting one while it has none. One row is read. */
export async function loadClassifier(ctx: WorkspaceCtx, tx: Tx): Promise<Classifier> {
  const state = await tx.one<StateRow>(readState, [ctx.workspaceId]);
  const starting = startingModel();
  const version = state?.version ?? null;
  if (version === null) return { version: starting.version, classify: starting.model.classify };
  if (!version.startsWith(`${starting.version}.`)) await renew(ctx, tx);
  const model = await findModel(ctx, tx, version);
  if (model === undefined) return { version: starting.version, classify: starting.model.classify };
  return { version, classify: model.classify };
}
