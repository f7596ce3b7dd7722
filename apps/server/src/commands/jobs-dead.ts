import { findWorkspace } from '@balcao/core/workspaces';
import { type DbCtx, inWorkspace } from '@balcao/db';
import { type DeadJob, listDead } from '@balcao/jobs';
import type { Terminal } from './terminal/terminal.ts';
import { withDatabase } from './with-database.ts';

const PAGE = 200;

interface Options {
  readonly workspace?: string;
  readonly name?: string;
}

export async function jobsDead(terminal: Terminal, options: Options): Promise<void> {
  await withDatabase(async (ctx) => {
    const where = await whereOf(ctx, options.workspace);
    await terminal.answerList(all(where, options.name), lineOf, 'No job has failed for good.');
  });
}

/** One workspace's jobs, or the whole house's. */
export async function whereOf(ctx: DbCtx, workspace: string | undefined): Promise<DbCtx> {
  return workspace === undefined ? ctx : inWorkspace(ctx, (await findWorkspace(ctx, workspace)).id);
}

async function* all(ctx: DbCtx, name: string | undefined): AsyncGenerator<DeadJob> {
  for (let before: string | undefined; ; ) {
    const filter = {
      limit: PAGE,
      ...(name === undefined ? {} : { name }),
      ...(before === undefined ? {} : { before }),
    };
    const page = await listDead(ctx, filter);
    yield* page;
    if (page.length < PAGE) return;
    before = page.at(-1)?.id;
  }
}

const lineOf = (job: DeadJob): string =>
  `${job.failedAt.toISOString()} ${job.id} ${job.name} after ${job.attempts} attempts: ${job.reason}`;
