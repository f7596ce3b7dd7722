import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Fault } from '@balcao/kernel';
import type { MediaSource } from '../fetching/media-source.ts';

export interface ProviderDouble {
  /** What it does when the file of this id is asked for. */
  readonly files: Map<string, RequestListener>;
  /** How often each was asked for. */
  readonly asked: Map<string, number>;
  /** As the worker wires it: over the network, statuses turned into faults. */
  readonly source: MediaSource;
  close(): Promise<void>;
}

export async function providerDouble(): Promise<ProviderDouble> {
  const files = new Map<string, RequestListener>();
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    const id = decodeURIComponent(request.url?.slice(1) ?? '');
    asked.set(id, (asked.get(id) ?? 0) + 1);
    const listener = files.get(id);
    if (listener) listener(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    files,
    asked,
    source: {
      async open(ctx, _channelId, id, { maxBytes, signal }) {
        const url = base + encodeURIComponent(id);
        const answer = await ctx.http.stream({
          method: 'GET',
          url,
          timeoutMs: 5_000,
          maxBytes,
          signal,
          trust: 'operator',
        });
        if (answer.status === 200) {
          const length = answer.headers['content-length'];
          return { body: answer.body, size: length === undefined ? undefined : Number(length) };
        }
        answer.body.destroy();
        throw new Fault(answer.status === 404 ? 'not_found' : 'provider_failed', `it answered ${answer.status}`);
      },
    },
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}
