import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Change {
  readonly messages?: readonly {
    readonly id: string;
    readonly from: string;
    readonly text: { readonly body: string };
  }[];
  readonly statuses?: readonly { readonly id: string; readonly status: string; readonly timestamp: string }[];
}

/** The signature over the raw bytes, then what `take` does, then the 200; 503 when it could not. */
export function serveWebhooks(
  secret: string,
  port: number,
  take: (body: Buffer, signature: string) => Promise<void>,
): void {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => void answer(Buffer.concat(chunks), request, response));
  });
  async function answer(body: Buffer, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const wanted = Buffer.from(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
    const given = Buffer.from(String(request.headers['x-hub-signature-256']));
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return void response.writeHead(401).end();
    const taken = await take(body, given.toString()).then(
      () => true,
      () => false,
    );
    response.writeHead(taken ? 200 : 503).end();
  }
  server.listen(port, '127.0.0.1', () => {
    const address = server.address() as AddressInfo; // a TCP server always has one
    process.stdout.write(`listening ${address.port}\n`); // the line that start-floor waits for
  });
}

export function changesOf(body: Buffer): Change[] {
  const parsed = JSON.parse(body.toString()) as { entry: { changes: { value: Change }[] }[] }; // signed by the generator
  return parsed.entry.flatMap((entry) => entry.changes.map((change) => change.value));
}
