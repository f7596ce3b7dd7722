import type { Readable } from 'node:stream';
import { Fault, HttpError } from '@balcao/kernel';
import type { ChannelCredentials, DownloadedMedia, MediaAddress, MediaLimits, OpenedMedia } from '../../port/index.ts';
import { integer, word } from '../inbound/values.ts';
import type { ChannelBreakers } from './channel-breakers.ts';
import type { GraphCtx } from './graph-ctx.ts';
import { readGraph } from './read-graph.ts';
import { redact } from './redact.ts';

const timeoutMs = 60_000;

/** First hop: where the file is. The address lives 5 minutes and wants the token. */
export async function readMediaAddress(
  ctx: GraphCtx,
  breakers: ChannelBreakers,
  credentials: ChannelCredentials,
  mediaId: string,
): Promise<MediaAddress> {
  const json = await readGraph(ctx, breakers, credentials, encodeURIComponent(mediaId));
  const url = word(json['url'], 4_096);
  if (url === undefined || !URL.canParse(url)) throw new Fault('provider_failed', 'The media has no address.');
  return { url, mime: word(json['mime_type']), sha256: word(json['sha256']), bytes: integer(json['file_size']) };
}

/** Both hops, as a stream: a document of 100 MB never sits in memory. Must be read to its end or destroyed. */
export async function openMedia(
  ctx: GraphCtx,
  breakers: ChannelBreakers,
  credentials: ChannelCredentials,
  mediaId: string,
  limits: MediaLimits,
): Promise<OpenedMedia> {
  const address = await readMediaAddress(ctx, breakers, credentials, mediaId);
  if (address.bytes !== undefined && address.bytes > limits.maxBytes) throw tooLarge(limits.maxBytes);
  const trust = trustOf(ctx, address.url);
  try {
    const answer = await ctx.http.stream({
      method: 'GET',
      url: address.url,
      // Without an agent of its own the media server answers 4xx to some clients.
      headers: { authorization: `Bearer ${credentials.accessToken}`, 'user-agent': 'balcao' },
      timeoutMs,
      maxBytes: limits.maxBytes,
      trust,
      ...(limits.signal === undefined ? undefined : { signal: limits.signal }),
    });
    if (answer.status === 200) {
      return { body: answer.body, mime: address.mime ?? word(answer.headers['content-type']), sha256: address.sha256 };
    }
    answer.body.on('error', () => undefined).destroy();
    throw refusedMedia(answer.status);
  } catch (error) {
    throw mediaFault(error, limits.maxBytes, credentials);
  }
}

/** The same, whole, for small files. */
export async function downloadMedia(
  ctx: GraphCtx,
  breakers: ChannelBreakers,
  credentials: ChannelCredentials,
  mediaId: string,
  limits: MediaLimits,
): Promise<DownloadedMedia> {
  const { body, mime, sha256 } = await openMedia(ctx, breakers, credentials, mediaId, limits);
  try {
    return { bytes: await collect(body), mime, sha256 };
  } catch (error) {
    throw mediaFault(error, limits.maxBytes, credentials);
  }
}

async function collect(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The token goes to the Graph API's own origin, to whatever the operator's stand-in names, or to a public https address; nowhere else. */
function trustOf(ctx: GraphCtx, url: string): 'operator' | 'public' {
  const target = new URL(url);
  if (ctx.config.graphApiAllowsPrivate || target.origin === new URL(ctx.config.graphApiBaseUrl).origin)
    return 'operator';
  if (target.protocol !== 'https:') throw new Fault('provider_failed', 'The media is not at an https address.');
  return 'public';
}

function refusedMedia(status: number): Fault {
  const detail = `The media server answered HTTP ${status}.`;
  if (status === 404 || status === 410) return new Fault('not_found', detail);
  return new Fault(status >= 500 || status === 429 || status === 408 ? 'unavailable' : 'provider_failed', detail);
}

const tooLarge = (maxBytes: number) => new Fault('too_large', `The media is over ${maxBytes} bytes.`, { maxBytes });

function mediaFault(error: unknown, maxBytes: number, credentials: ChannelCredentials): Fault {
  if (error instanceof HttpError) {
    if (error.reason === 'too_large') return tooLarge(maxBytes);
    const permanent = error.reason === 'forbidden_address' || error.reason === 'bad_url';
    return new Fault(permanent ? 'provider_failed' : 'unavailable', redact(error.message, credentials));
  }
  return error instanceof Fault ? error : new Fault('unavailable', 'The media could not be read to its end.');
}
