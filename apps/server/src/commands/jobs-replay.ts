import { type DeadChoice, replayDead } from '@balcao/jobs';
import { isUuid } from '@balcao/kernel';
import { whereOf } from './jobs-dead.ts';
import type { Terminal } from './terminal/terminal.ts';
import { WrongUsage } from './terminal/wrong-usage.ts';
import { withDatabase } from './with-database.ts';

interface Options {
  readonly ids: readonly string[];
  readonly all?: boolean;
  readonly name?: string;
  readonly workspace?: string;
}

export async function jobsReplay(terminal: Terminal, options: Options): Promise<void> {
  const choice = choiceOf(options);
  const replayed = await withDatabase(async (ctx) => replayDead(await whereOf(ctx, options.workspace), choice));
  await terminal.answer({ replayed }, `${replayed} ${replayed === 1 ? 'job is' : 'jobs are'} queued again.`);
}

function choiceOf({ ids, all, name }: Options): DeadChoice {
  const ways = [ids.length > 0, all === true, name !== undefined].filter(Boolean).length;
  if (ways !== 1) throw new WrongUsage('Say which: the ids, --name of the job, or --all');
  for (const id of ids) checkId(id);
  if (ids.length > 0) return { ids };
  return name === undefined ? { all: true } : { name };
}

function checkId(id: string): void {
  if (!isUuid(id)) throw new WrongUsage(`"${String(id)}" is not the id of a job`);
}
