import type { DbCtx } from '@balcao/db';
import { listDead } from '@balcao/jobs';
import { type Finding, look, well } from './finding.ts';

const COUNTED = 1_000;

export async function checkJobs(ctx: DbCtx): Promise<Finding[]> {
  const dead = await listDead(ctx, { limit: COUNTED });
  const [newest] = dead;
  if (newest === undefined) return [well('jobs', 'No job has failed for good.')];
  const count = dead.length === COUNTED ? `${COUNTED} or more` : String(dead.length);
  return [
    look('jobs', `${count} failed for good, the last one ${newest.name}: ${newest.reason}. See: balcao jobs dead`),
  ];
}
