import { writeFileSync } from 'node:fs';
import type { Program } from './program.ts';

export interface EchoLine {
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly appSecret: string;
  readonly accessToken: string;
  readonly verifyToken: string;
}

export interface EchoChannel {
  readonly workspaceId: string;
  readonly channelId: string;
  readonly webhookUrl: string;
}

/** The smallest flow there is: whatever is said comes back. */
const echoFlow = '{"version":1,"start":"echo","steps":{"echo":{"reply":"{{message.text}}"}}}';

/** Workspace, channel and bot by the same commands a person types. Meta's pacing is off unless `pacing` says otherwise. */
export async function makeEchoChannel(
  program: Program,
  line: EchoLine,
  pacing: readonly string[] = ['--per-second', '100000', '--per-pair', 'off'],
): Promise<EchoChannel> {
  const workspace = await program.cli<{ id: string }>('workspace', 'create', '--name', 'Padaria Pão Quente');
  const channel = await program.cli<{ id: string }>(
    ...['channel', 'create', 'whatsapp-cloud', '--workspace', workspace.id],
    ...['--phone-number-id', line.phoneNumberId, '--waba-id', line.wabaId, '--app-secret', line.appSecret],
    ...['--access-token', line.accessToken, '--verify-token', line.verifyToken, ...pacing],
  );
  const flow = `${program.dataDir}.echo.json`; // beside its log, and removed with it
  writeFileSync(flow, echoFlow);
  await program.cli('bot', 'set', '--channel', channel.id, '--flow', flow, '--join-ms', '0');
  return { workspaceId: workspace.id, channelId: channel.id, webhookUrl: `${program.url}/webhooks/whatsapp` };
}
