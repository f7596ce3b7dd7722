import { changeAccessToken, findChannel, resumeChannel } from '@balcao/core/workspaces';
import { inWorkspace, withWorkspace } from '@balcao/db';
import { readSecret } from './terminal/read-secret.ts';
import type { Terminal } from './terminal/terminal.ts';
import { withDatabase } from './with-database.ts';

interface Options {
  readonly channel: string;
  readonly accessToken?: string;
}

export async function channelResume(terminal: Terminal, options: Options): Promise<void> {
  const given = options.accessToken;
  const accessToken = given === undefined ? undefined : await readSecret(terminal, '--access-token', given);
  const done = await withDatabase(async (ctx) => {
    const { id: channelId, workspaceId } = await findChannel(ctx, options.channel);
    const inside = inWorkspace(ctx, workspaceId);
    return await withWorkspace(inside, async (tx) => {
      if (accessToken !== undefined) await changeAccessToken(tx, inside, { channelId, accessToken });
      const resumed = await resumeChannel(tx, inside, { channelId, reason: 'by the operator' });
      return { channelId, resumed, tokenChanged: accessToken !== undefined };
    });
  });
  const human = `${done.resumed ? 'The channel sends again' : 'The channel was active already'}${done.tokenChanged ? ', with its new token' : ''}.`;
  await terminal.answer(done, human);
}
