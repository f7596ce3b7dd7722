import { isAscii, isUtf8 } from 'node:buffer';
import type { InboundFact } from '@balcao/channels/port';
import { verifyHandshake, verifySignature } from '@balcao/channels/whatsapp-cloud';
import type { ChannelAddress } from '@balcao/core/ingest';
import type { DbCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { ChannelDirectory, KnownChannel } from '../runtime/channel-directory.ts';
import { nestsDeeper } from './json-bounds.ts';
import { createRateWindow } from './rate-window.ts';

export interface GateRequest {
  readonly body: Buffer;
  readonly signature: string | undefined;
  readonly ip: string;
  /** The channel of the address it was posted to, when it names one. */
  readonly channelId?: string | undefined;
}

/** A webhook that may be stored: who signed it, whom it is for, what it tells. */
export interface Admitted {
  readonly text: string;
  readonly channels: readonly ChannelAddress[];
  readonly facts: readonly InboundFact[];
}

export interface Gate {
  /** Throws a Fault that says why it was not let in. */
  admit(request: GateRequest): Admitted;
  handshake(channelId: string | undefined, query: unknown): string;
}

/** Checks everything that can be checked without the database. Nothing is read from a body whose signature does not hold. */
export function createGate(ctx: DbCtx, directory: ChannelDirectory): Gate {
  const limits = ctx.config.gate;
  const perIp = createRateWindow(ctx.clock, limits.perIp);
  const perWorkspace = createRateWindow(ctx.clock, limits.perWorkspace);
  const perSender = createRateWindow(ctx.clock, limits.perSender);

  function admit(request: GateRequest): Admitted {
    if (!perIp.take(request.ip)) throw tooMany('address');
    const named = request.channelId === undefined ? undefined : channelOrFault(request.channelId);
    if (named && !signs(named, request)) throw new Fault('bad_signature', 'the signature is not of this channel');
    const { text, json } = read(request.body);
    const candidates = named ? [named, ...routed(named.adapter.routingKeys(json))] : routed(keysOf(json));
    const signers = whoSigned(candidates, request, named);
    const [first] = signers;
    if (first === undefined) throw new Fault('bad_signature', 'no channel of ours has signed this');
    const facts = first.adapter.parseWebhook(json);
    shed(signers, facts);
    return { text, facts, channels: signers.map(({ workspaceId, id }) => ({ workspaceId, channelId: id })) };
  }

  function read(body: Buffer): { text: string; json: object } {
    if (body.length === 0) throw new Fault('invalid_input', 'the body is empty');
    if (!isUtf8(body)) throw new Fault('invalid_input', 'the body is not UTF-8');
    if (nestsDeeper(body, limits.maxDepth))
      throw new Fault('invalid_input', `the body nests deeper than ${limits.maxDepth}`);
    const text = body.toString(isAscii(body) ? 'latin1' : 'utf8');
    const json = parse(text);
    if (typeof json !== 'object' || json === null || Array.isArray(json) || text.includes('\0'))
      throw new Fault('invalid_input', 'the body is not a JSON object');
    return { text, json };
  }

  function channelOrFault(channelId: string): KnownChannel {
    const channel = directory.byId(channelId);
    if (channel === undefined) throw new Fault('not_found', 'there is no such channel');
    return channel;
  }

  /** Before its signature is checked a body may only say whose secret to check it with. */
  function keysOf(json: object) {
    return directory.all()[0]?.adapter.routingKeys(json) ?? [];
  }

  function routed(keys: ReturnType<KnownChannel['adapter']['routingKeys']>): KnownChannel[] {
    const found = new Set<KnownChannel>();
    for (const { phoneNumberId, accountId } of keys) {
      const channel = phoneNumberId === undefined ? undefined : directory.byNumber(phoneNumberId);
      if (channel) found.add(channel);
      if (phoneNumberId === undefined && accountId !== undefined)
        for (const one of directory.ofAccount(accountId)) found.add(one);
    }
    return [...found];
  }

  function shed(channels: readonly KnownChannel[], facts: readonly InboundFact[]): void {
    for (const workspaceId of new Set(channels.map((channel) => channel.workspaceId)))
      if (!perWorkspace.take(workspaceId)) throw tooMany('workspace');
    const senders = new Map<string, number>();
    for (const fact of facts) {
      if (fact.fact !== 'message') continue;
      const sender = fact.from.waId ?? fact.from.bsuid ?? '';
      senders.set(sender, (senders.get(sender) ?? 0) + 1);
    }
    for (const [sender, n] of senders) if (!perSender.take(`${channels[0]?.id} ${sender}`, n)) throw tooMany('sender');
  }

  return {
    admit,
    handshake(channelId, query) {
      const channels = channelId === undefined ? directory.all() : [channelOrFault(channelId)];
      const challenge = verifyHandshake(
        query,
        channels.map((channel) => channel.verifyToken),
      );
      if (challenge === undefined) throw new Fault('forbidden', 'the verify token is not ours');
      return challenge;
    },
  };
}

const tooMany = (what: string) =>
  new Fault('too_many_requests', `too many webhooks of one ${what} in this second`, { retryAfter: 1 });

const signs = (channel: KnownChannel, request: GateRequest): boolean =>
  verifySignature(request.body, request.signature, [{ id: channel.id, secret: channel.appSecret }]) !== undefined;

/** All channels of the body whose secret signed it. A company's secret says nothing about another company's number. */
function whoSigned(candidates: readonly KnownChannel[], request: GateRequest, named?: KnownChannel): KnownChannel[] {
  const secrets = new Set((named ? [named] : candidates).map((channel) => channel.appSecret));
  const signer = named
    ? named.appSecret
    : verifySignature(
        request.body,
        request.signature,
        [...secrets].map((secret) => ({ id: secret, secret })),
      );
  return [...new Set(candidates.filter((channel) => channel.appSecret === signer))];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
