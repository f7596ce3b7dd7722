import { type Channel, listAllChannels, loadChannels } from '@balcao/core/workspaces';
import type { DbCtx } from '@balcao/db';
import { type Finding, ill, look, well } from './finding.ts';

export async function checkChannels(ctx: DbCtx): Promise<Finding[]> {
  const channels = await listAllChannels(ctx);
  if (channels.length === 0)
    return [look('channels', 'There is no channel yet: balcao channel create whatsapp-cloud --help')];
  const opened = new Set((await loadChannels(ctx)).map((channel) => channel.id));
  const findings = channels.map((channel) => checkChannel(channel, opened.has(channel.id)));
  const sealed = channels.length - opened.size;
  if (sealed === 0)
    findings.push(
      well('keys', `The key ring opens the secrets of every channel (current key: ${ctx.keys.currentKeyId}).`),
    );
  return findings;
}

function checkChannel(channel: Channel, opens: boolean): Finding {
  const named = `${channel.name} (${channel.phoneNumberId})`;
  if (!opens)
    return ill(
      'keys',
      `The secrets of ${named} do not open with these keys: put the key that sealed them back into SECRET_KEYS or the key file.`,
    );
  if (channel.state !== 'active') {
    const reason = channel.stateReason ?? 'no reason was given';
    return ill('channels', `${named} does not send (${reason}): balcao channel resume --channel ${channel.id}`);
  }
  if (channel.flowVersionId === null)
    return look(
      'channels',
      `${named} has no flow, so nothing answers: balcao bot set --channel ${channel.id} --flow FILE`,
    );
  return well('channels', `${named} is active.`);
}
