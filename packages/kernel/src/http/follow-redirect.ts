import type { Headers } from './exchange.ts';
import type { HttpMethod, HttpRequest } from './http-client.ts';
import { HttpError } from './http-error.ts';

/** What may go along to another origin: nothing that could be a credential. */
const harmless = new Set(['accept', 'accept-language', 'content-type', 'range', 'user-agent']);
const redirects = new Set([301, 302, 303, 307, 308]);

export interface Hop {
  readonly method: HttpMethod;
  readonly url: string;
  readonly headers: Headers;
  readonly body: HttpRequest['body'];
}

export const isRedirect = (status: number, headers: Headers) => redirects.has(status) && headers.location !== undefined;

/** The next hop of a redirect, as browsers do it: POST becomes GET at 301, 302 and 303; credentials stay with the origin they were given for. */
export function followRedirect(from: Hop, status: number, location: string): Hop {
  if (!URL.canParse(location, from.url))
    throw new HttpError('body', 'redirect', 'Redirected to something that is not a URL.');
  const here = new URL(from.url);
  const next = new URL(location, from.url);
  if (here.protocol === 'https:' && next.protocol !== 'https:') {
    throw new HttpError('body', 'redirect', 'Redirected from https to an unencrypted address.');
  }
  const drops = status === 303 ? from.method !== 'HEAD' : status < 303 && from.method === 'POST';
  if (!drops && from.body !== undefined && typeof from.body !== 'string' && !(from.body instanceof Uint8Array)) {
    throw new HttpError('body', 'redirect', 'A streamed body cannot be sent again to where it was redirected.');
  }
  const entries = Object.entries(from.headers).filter(([name]) => {
    const lower = name.toLowerCase();
    if (drops && lower.startsWith('content-')) return false;
    return lower !== 'host' && (here.origin === next.origin || harmless.has(lower));
  });
  next.hash = '';
  return {
    method: drops ? 'GET' : from.method,
    url: next.href,
    headers: Object.fromEntries(entries),
    body: drops ? undefined : from.body,
  };
}
