import { createChannel, findWorkspace } from '@balcao/core/workspaces';
import { inWorkspace, withWorkspace } from '@balcao/db';
import { readSecret } from './terminal/read-secret.ts';
import type { Terminal } from './terminal/terminal.ts';
import { WrongUsage } from './terminal/wrong-usage.ts';
import { withDatabase } from './with-database.ts';

interface Options {
  readonly workspace: string;
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly appSecret: string;
  readonly accessToken: string;
  readonly verifyToken: string;
  readonly name?: string;
  readonly displayPhoneNumber?: string;
  readonly perSecond?: number;
  readonly perPair?: boolean;
  readonly joinMs?: number;
}

export async function channelCreate(terminal: Terminal, { workspace, ...options }: Options): Promise<void> {
  if ([options.appSecret, options.accessToken, options.verifyToken].filter((given) => given === '-').length > 1)
    throw new WrongUsage('Only one secret can come from stdin; give the others as @file');
  const input = {
    ...options,
    appSecret: await readSecret(terminal, '--app-secret', options.appSecret),
    accessToken: await readSecret(terminal, '--access-token', options.accessToken),
    verifyToken: await readSecret(terminal, '--verify-token', options.verifyToken),
  };
  const created = await withDatabase(async (ctx) => {
    const inside = inWorkspace(ctx, (await findWorkspace(ctx, workspace)).id);
    const channel = await withWorkspace(inside, (tx) => createChannel(tx, inside, input));
    return { ...channel, webhookUrl: `${ctx.config.publicUrl}/webhooks/whatsapp/${channel.id}` };
  });
  const human = `The channel was created: ${created.id}\nTell Meta to send its webhooks to ${created.webhookUrl}`;
  await terminal.answer(created, human);
}
