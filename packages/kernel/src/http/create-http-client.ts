import { Agent, request as undiciRequest } from 'undici';
import type { HttpClient, HttpRequest } from './http-client.ts';
import { HttpError } from './http-error.ts';

export function createHttpClient(): HttpClient {
  const agent = new Agent({ connections: 128, pipelining: 1, keepAliveTimeout: 30_000 });
  const send = async (r: HttpRequest) => {
    try {
      const answer = await undiciRequest(r.url, {
        dispatcher: agent,
        method: r.method,
        headers: r.headers ?? {},
        body: r.body ?? null,
        signal: r.signal ?? AbortSignal.timeout(r.timeoutMs),
      });
      const headers: Record<string, string> = {};
      for (const [name, value] of Object.entries(answer.headers)) headers[name] = String(value ?? '');
      return { status: answer.statusCode, headers, body: answer.body };
    } catch (error) {
      throw new HttpError('sent', 'protocol', `${r.method} failed`, error);
    }
  };
  return {
    async request(r) {
      const answer = await send(r);
      return { ...answer, body: Buffer.from(await answer.body.arrayBuffer()) };
    },
    stream: send,
    close: () => agent.close(),
  };
}
