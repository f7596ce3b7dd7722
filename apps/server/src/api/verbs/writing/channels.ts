import { randomBytes } from 'node:crypto';
import type { WhatsAppCloud } from '@balcao/channels/whatsapp-cloud';
import { errorSentence } from '@balcao/contract';
import { refreshTemplatesJob } from '@balcao/core/templates';
import { createChannel, keepHealth, readHealth, resumeChannel, updateChannel } from '@balcao/core/workspaces';
import { withWorkspace } from '@balcao/db';
import { enqueue } from '@balcao/jobs';
import { Fault, toFault } from '@balcao/kernel';
import { askHealth, credentialSentences, testCredentials } from '../../../numbers/index.ts';
import type { ApiParts, Caller } from '../../api-parts.ts';
import { presentChannel } from '../present-channel.ts';
import type { Verbs } from '../verb.ts';
import { presentHealth, webhookUrl } from './present-health.ts';
import { numberOf } from './templates.ts';

/** The way to the provider for a number that is no channel yet. */
function providerOf(parts: ApiParts): WhatsAppCloud {
  if (parts.whatsapp === undefined) throw new Fault('unavailable', 'this program speaks to no provider');
  return parts.whatsapp;
}

async function healthOf(caller: Caller, channelId: string) {
  const [facts] = await withWorkspace(caller.ctx, (tx) => readHealth(caller.ctx, tx, channelId));
  if (facts === undefined) throw new Fault('not_found', `there is no channel "${channelId}"`);
  return presentHealth(caller, facts);
}

type Named =
  | 'channels.test-credential'
  | 'channels.connect-whatsapp'
  | 'channels.webhook'
  | 'channels.update'
  | 'channels.health'
  | 'channels.check';

export const channelSetupVerbs: Pick<Verbs, Named> = {
  'channels.test-credential': async (caller, { channelId, what, ...given }, parts) => {
    const known = channelId === undefined ? undefined : numberOf(caller, parts, channelId);
    const results = await testCredentials(
      known?.adapter ?? providerOf(parts),
      {
        accessToken: given.accessToken ?? known?.accessToken,
        phoneNumberId: given.phoneNumberId ?? known?.phoneNumberId,
        wabaId: given.wabaId ?? known?.wabaId,
        appSecret: given.appSecret ?? known?.appSecret,
      },
      what,
      caller.ctx.clock.now(),
    );
    return {
      ok: results.every((one) => one.state === 'ok' || one.state === 'warning'),
      results: results.map(({ sentence, ...one }) => ({
        ...one,
        sentence: { key: sentence, text: credentialSentences[sentence][caller.language] },
      })),
    };
  },
  'channels.connect-whatsapp': connectWhatsapp,
  'channels.webhook': async (caller, _tx, { channelId }, parts) => {
    const { verifyToken } = numberOf(caller, parts, channelId);
    return { webhook: { url: webhookUrl(caller, channelId), verifyToken } };
  },
  'channels.update': async ({ ctx }, tx, { channelId, ...change }) => {
    const channel = await updateChannel(tx, ctx, channelId, change);
    // It stood still because its token was refused: the messages go out as soon as there is a new one.
    const waited = change.accessToken !== undefined && /stop_channel/.test(channel.stateReason ?? '');
    if (!waited || channel.state === 'active') return { channel: presentChannel(channel) };
    await resumeChannel(tx, ctx, { channelId, reason: 'a new access token' });
    return { channel: { ...presentChannel(channel), state: 'active', stateReason: null } };
  },
  'channels.health': async (caller, tx, { channelId }) => {
    const facts = await readHealth(caller.ctx, tx, channelId);
    if (facts.length === 0 && channelId !== undefined)
      throw new Fault('not_found', `there is no channel "${channelId}"`);
    return { health: facts.map((one) => presentHealth(caller, one)) };
  },
  'channels.check': async (caller, { channelId }, parts) => {
    const number = numberOf(caller, parts, channelId);
    const told = await askHealth(number);
    // Somebody took the subscription away: without it nothing that customers write comes in.
    const mend = told.subscribed === false && caller.scopes.includes('channels:write');
    const mended =
      mend &&
      (await number.adapter.subscribeApp(number.credentials).then(
        () => true,
        () => false,
      ));
    await keepHealth(caller.ctx, channelId, mended ? { ...told, subscribed: true } : told);
    return { health: await healthOf(caller, channelId) };
  },
};

/** A number that the provider does not know, or a token it refuses, makes no channel; a provider that is away keeps nobody from it. */
async function connectWhatsapp(
  caller: Caller,
  input: Parameters<Verbs['channels.connect-whatsapp']>[1],
  parts: ApiParts,
): ReturnType<Verbs['channels.connect-whatsapp']> {
  const { ctx } = caller;
  const adapter = providerOf(parts);
  const { phoneNumberId, wabaId: accountId, accessToken } = input;
  const credentials = { channelId: `connecting-${phoneNumberId}`, phoneNumberId, accountId, accessToken };
  const told = await askHealth({ adapter, credentials });
  if (told.problem !== undefined && told.problem !== 'unavailable')
    throw new Fault('provider_failed', told.detail ?? 'the provider refused the credentials', {
      problem: told.problem,
    });
  const verifyToken = input.verifyToken ?? randomBytes(24).toString('base64url');
  const channel = await withWorkspace(ctx, async (tx) => {
    const displayPhoneNumber = told.number?.displayPhone;
    const name = input.name ?? told.number?.verifiedName;
    const made = await createChannel(tx, ctx, { ...input, name, displayPhoneNumber, verifyToken });
    const payload = { workspaceId: ctx.workspaceId, channelId: made.id };
    await enqueue(tx, ctx, refreshTemplatesJob, payload, { workspaceId: ctx.workspaceId, dedupeKey: made.id });
    return made;
  });
  const refused = await adapter.subscribeApp({ ...credentials, channelId: channel.id }).then(
    () => undefined,
    (error: unknown) => toFault(error),
  );
  await keepHealth(ctx, channel.id, { ...told, subscribed: refused === undefined });
  return {
    channel: presentChannel(channel),
    webhook: { url: webhookUrl(caller, channel.id), verifyToken },
    subscribed: refused === undefined,
    problem: refused ? { key: refused.code, text: errorSentence(refused.code, caller.language) } : null,
  };
}
