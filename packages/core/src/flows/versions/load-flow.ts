import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { type Flow, flowFile } from '../flow.ts';
import { flowVersion } from './rows.ts';

/** Versions never change, so a parsed one is kept; the oldest go when there are many. */
const kept = new Map<string, Flow>();
const KEPT_AT_MOST = 500;

export async function loadFlow(ctx: WorkspaceCtx, tx: Tx, flowVersionId: string): Promise<Flow> {
  const known = kept.get(flowVersionId);
  if (known !== undefined) return known;
  const row = await tx.one<{ parsed: unknown }>(flowVersion, [ctx.workspaceId, flowVersionId]);
  if (row === undefined) throw new Fault('not_found', `flow version ${flowVersionId} is not there`);
  const flow = flowFile.parse(row.parsed);
  if (kept.size >= KEPT_AT_MOST) kept.delete(kept.keys().next().value ?? '');
  kept.set(flowVersionId, flow);
  return flow;
}
