import type { ChannelAdapter, ChannelCredentials } from '../port/index.ts';
import { proveSecret } from './graph/account/prove-secret.ts';
import { readToken, type TokenState } from './graph/account/read-token.ts';
import { readSubscription, subscribeApp } from './graph/account/subscription.ts';
import { createChannelBreakers } from './graph/channel-breakers.ts';
import { downloadMedia, openMedia, readMediaAddress } from './graph/fetch-media.ts';
import type { GraphCtx } from './graph/graph-ctx.ts';
import { markRead } from './graph/mark-read.ts';
import { listTemplates, readNumber, readWaba } from './graph/read-account.ts';
import { sendMessage } from './graph/send-message.ts';
import type { NumberState, TemplateState, WabaState } from './graph/states.ts';
import { uploadMedia } from './graph/upload-media.ts';
import { parseWebhook } from './inbound/parse-webhook.ts';
import { routingKeys } from './inbound/routing-keys.ts';
import { checkContent } from './outbound/check-content.ts';

/** WhatsApp's Cloud API: the port, and what only WhatsApp has. */
export interface WhatsAppCloud extends ChannelAdapter {
  readNumber(credentials: ChannelCredentials): Promise<NumberState>;
  readWaba(credentials: ChannelCredentials): Promise<WabaState>;
  listTemplates(credentials: ChannelCredentials): Promise<TemplateState[]>;
  readToken(credentials: ChannelCredentials): Promise<TokenState>;
  readSubscription(credentials: ChannelCredentials): Promise<{ appIds: string[] }>;
  subscribeApp(credentials: ChannelCredentials): Promise<void>;
  /** Is it the secret of the token's app? */
  proveSecret(credentials: ChannelCredentials, appSecret: string): Promise<boolean>;
}

/** Longer than Meta ever takes, shorter than the outbox's patience with an unknown send (15 s). */
const defaultSendTimeoutMs = 10_000;

/** Made once per process: it keeps the channels' breakers. */
export function createWhatsAppCloud(ctx: GraphCtx, options: { readonly sendTimeoutMs?: number } = {}): WhatsAppCloud {
  const sendTimeoutMs = options.sendTimeoutMs ?? defaultSendTimeoutMs;
  const breakers = createChannelBreakers(ctx);
  return {
    provider: 'whatsapp-cloud',
    parseWebhook,
    routingKeys,
    checkContent,
    send: (credentials, request) => sendMessage(ctx, breakers, credentials, request, sendTimeoutMs),
    markRead: (credentials, request) => markRead(ctx, breakers, credentials, request),
    mediaAddress: (credentials, mediaId) => readMediaAddress(ctx, breakers, credentials, mediaId),
    openMedia: (credentials, mediaId, limits) => openMedia(ctx, breakers, credentials, mediaId, limits),
    download: (credentials, mediaId, limits) => downloadMedia(ctx, breakers, credentials, mediaId, limits),
    uploadMedia: (credentials, file) => uploadMedia(ctx, breakers, credentials, file),
    readNumber: (credentials) => readNumber(ctx, breakers, credentials),
    readWaba: (credentials) => readWaba(ctx, breakers, credentials),
    listTemplates: (credentials) => listTemplates(ctx, breakers, credentials),
    readToken: (credentials) => readToken(ctx, breakers, credentials),
    readSubscription: (credentials) => readSubscription(ctx, breakers, credentials),
    subscribeApp: (credentials) => subscribeApp(ctx, breakers, credentials),
    proveSecret: (credentials, appSecret) => proveSecret(ctx, breakers, credentials, appSecret),
  };
}
