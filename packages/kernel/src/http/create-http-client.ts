import { isIP } from 'node:net';
import { Agent } from 'undici';
import { createCheckedLookup, forbidden, type Resolve, systemResolve } from './checked-lookup.ts';
import { exchange, type Sink } from './exchange.ts';
import { followRedirect, type Hop, isRedirect } from './follow-redirect.ts';
import type { HttpAnswer, HttpClient, HttpRequest, HttpStream } from './http-client.ts';
import { HttpError } from './http-error.ts';
import { parseTarget, type Target } from './parse-target.ts';
import { createAddressCheck } from './public-address.ts';
import { bufferSink, type Pending, streamSink } from './sinks.ts';

export interface HttpClientOptions {
  /** Addresses or ranges (CIDR) that 'public' requests may reach although they are private: an n8n on the same network. */
  readonly allowedPrivate?: readonly string[];
  /** Ports that 'public' requests may reach beside 80 and 443. */
  readonly allowedPorts?: readonly number[];
  readonly connectTimeoutMs?: number;
  /** Instead of the system's: for tests. */
  readonly resolve?: Resolve;
}

const defaultMaxBytes = 10 * 1024 * 1024;
const maxRedirects = 3;

export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  const isAllowed = createAddressCheck(options.allowedPrivate ?? []);
  const ports = new Set([80, 443, ...(options.allowedPorts ?? [])]);
  const timeout = options.connectTimeoutMs ?? 10_000;
  const agents = {
    operator: createAgent({ timeout }),
    public: createAgent({ timeout, lookup: createCheckedLookup(isAllowed, options.resolve ?? systemResolve) }),
  };

  function checkPublic(target: Target): void {
    if (!ports.has(target.port))
      throw new HttpError('connect', 'forbidden_address', `Port ${target.port} is not one that may be called.`);
    // Sockets do not look up what is an address already.
    if (isIP(target.hostname) !== 0 && !isAllowed(target.hostname)) throw forbidden();
  }

  function once<T>(r: HttpRequest, hop: Hop, deadline: number, sinkOf: (pending: Pending<T>) => Sink): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const trust = r.trust ?? 'public';
      const target = parseTarget(hop.url); // throwing here rejects
      if (trust === 'public') checkPublic(target);
      const deadlineMs = deadline - performance.now();
      const { method, headers, body } = hop;
      const out = {
        method,
        target,
        headers,
        body,
        maxBytes: r.maxBytes ?? defaultMaxBytes,
        deadlineMs,
        signal: r.signal,
      };
      exchange(agents[trust], out, sinkOf({ resolve, reject }));
    });
  }

  async function follow<T extends HttpAnswer | HttpStream>(
    r: HttpRequest,
    sinkOf: (pending: Pending<T>) => Sink,
  ): Promise<T> {
    const deadline = performance.now() + r.timeoutMs;
    let hop: Hop = { method: r.method, url: r.url, headers: r.headers ?? {}, body: r.body };
    for (let redirects = 0; ; redirects++) {
      const answer = await once(r, hop, deadline, sinkOf);
      if (r.trust === 'operator' || !isRedirect(answer.status, answer.headers)) return answer;
      if ('destroy' in answer.body) answer.body.on('error', () => {}).destroy();
      if (redirects === maxRedirects)
        throw new HttpError('body', 'redirect', `Redirected more than ${maxRedirects} times.`);
      hop = followRedirect(hop, answer.status, answer.headers.location ?? '');
    }
  }

  return {
    request: (r) => follow<HttpAnswer>(r, bufferSink),
    stream: (r) => follow<HttpStream>(r, streamSink),
    // Not close(): at the end of a program nobody waits for a slow stranger.
    close: async () => void (await Promise.all([agents.operator.destroy(), agents.public.destroy()])),
  };
}

/** HTTP/1.1 only, and idle connections given up early: on a stale one a message would be "perhaps sent". */
function createAgent(connect: NonNullable<Agent.Options['connect']>): Agent {
  return new Agent({
    // Many, for those that hang: the outbox keeps 128 sends of a number going beside them.
    connections: 1_024,
    pipelining: 1,
    allowH2: false,
    keepAliveTimeout: 10_000,
    headersTimeout: 0,
    bodyTimeout: 30_000,
    connect,
  });
}
