import { resealTotp } from '@balcao/core/access';
import { resealAddresses } from '@balcao/core/flows';
import { resealModelKeys } from '@balcao/core/governance';
import { resealToolHeaders } from '@balcao/core/tools';
import { resealSecrets } from '@balcao/core/workspaces';
import { addKeyToFile } from '@balcao/kernel';
import { readConfig } from './read-config.ts';
import type { Terminal } from './terminal/terminal.ts';
import { withDatabase } from './with-database.ts';

/**
 * With SECRET_KEYS the operator puts the new key in front, restarts every process, then runs this. Without it the key file gets
 * a new key here; programs that run find it when they meet what it sealed.
 */
export async function keysRotate(terminal: Terminal): Promise<void> {
  const { secretKeys, dataDir } = readConfig();
  const added = secretKeys === undefined ? addKeyToFile(dataDir) : undefined;
  const done = await withDatabase(async (ctx) => ({
    currentKeyId: ctx.keys.currentKeyId,
    added: added !== undefined,
    ...(await resealSecrets(ctx)),
    secondFactors: await resealTotp(ctx),
    models: await resealModelKeys(ctx),
    tools: await resealToolHeaders(ctx),
    addresses: await resealAddresses(ctx),
  }));
  const made = done.added ? 'A new key was made. ' : '';
  const human = `${made}${done.resealed} of ${done.looked} channels, ${done.secondFactors.resealed} second factors, ${done.models.resealed} keys of models, the headers of ${done.tools.resealed} tools and of ${done.addresses.resealed} addresses were sealed again with the key ${done.currentKeyId}.`;
  await terminal.answer(done, human);
}
