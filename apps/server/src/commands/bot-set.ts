import { readFile } from 'node:fs/promises';
import { parseFlow } from '@balcao/core/flows';
import { findChannel, setBotFlow } from '@balcao/core/workspaces';
import { inWorkspace, withWorkspace } from '@balcao/db';
import type { Terminal } from './terminal/terminal.ts';
import { WrongUsage } from './terminal/wrong-usage.ts';
import { withDatabase } from './with-database.ts';

interface Options {
  readonly channel: string;
  readonly flow: string;
  readonly joinMs?: number;
}

export async function botSet(terminal: Terminal, options: Options): Promise<void> {
  const source = await readFlow(terminal, options.flow);
  const parsed = parseFlow(source);
  const set = await withDatabase(async (ctx) => {
    const { id: channelId, workspaceId } = await findChannel(ctx, options.channel);
    const inside = inWorkspace(ctx, workspaceId);
    const { joinMs } = options;
    const version = await withWorkspace(inside, (tx) => setBotFlow(tx, inside, { channelId, source, parsed, joinMs }));
    return { channelId, workspaceId, ...version };
  });
  await terminal.answer(set, `Version ${set.version} of the flow answers on channel ${set.channelId} from now on.`);
}

async function readFlow(terminal: Terminal, file: string): Promise<string> {
  if (file === '-') return await terminal.readStdin();
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new WrongUsage(`The flow file ${file} cannot be read`);
  }
}
