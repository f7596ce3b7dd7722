import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';

export interface Posted {
  status: number;
  retryAfterMs: number | null;
}

const agents = {
  'http:': new HttpAgent({ keepAlive: true, maxSockets: 64, timeout: 60_000 }),
  'https:': new HttpsAgent({ keepAlive: true, maxSockets: 64, timeout: 60_000 }),
};

function readRetryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) && ms >= 0 ? ms : null;
}

/** One POST with the headers that Meta sends; resolves with whatever status came, rejects when none did. */
export function postWebhook(to: {
  url: string;
  body: Buffer;
  signature: string;
  timeoutMs: number;
  now: number;
}): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const url = new URL(to.url);
    const secure = url.protocol === 'https:';
    const call = (secure ? requestHttps : requestHttp)(
      url,
      {
        method: 'POST',
        agent: secure ? agents['https:'] : agents['http:'],
        timeout: to.timeoutMs,
        headers: {
          'content-type': 'application/json',
          'content-length': to.body.length,
          accept: '*/*',
          'user-agent': 'facebookexternalua',
          'x-hub-signature-256': to.signature,
        },
      },
      (answer) => {
        answer.resume();
        answer.once('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            retryAfterMs: readRetryAfter(answer.headers['retry-after'], to.now),
          }),
        );
        answer.once('error', reject);
      },
    );
    call.once('timeout', () => call.destroy(new Error(`no answer within ${to.timeoutMs} ms`)));
    call.once('error', reject);
    call.end(to.body);
  });
}
