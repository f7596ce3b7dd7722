import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ObjectStoreDouble {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  /** Answer everything so, instead of working. */
  broken: { status: number; code: string } | undefined;
  close(): Promise<void>;
}

export const STORE_KEY = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  region: 'sa-east-1',
};

/** An S3-compatible server of one bucket, `midias`: four verbs, ranges, and every signature and hash checked from what came over the wire. */
export async function objectStoreDouble(): Promise<ObjectStoreDouble> {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => response.destroy(error as Error)); // only errors are thrown here
  });
  const double: ObjectStoreDouble = {
    endpoint: '',
    objects,
    broken: undefined,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer); // no encoding is set
    const body = Buffer.concat(chunks);
    if (double.broken) return refuse(response, double.broken.status, double.broken.code);
    if (request.headers['x-amz-content-sha256'] !== createHash('sha256').update(body).digest('hex'))
      return refuse(response, 400, 'XAmzContentSHA256Mismatch');
    if (request.headers.authorization !== expectedAuthorization(request))
      return refuse(response, 403, 'SignatureDoesNotMatch');
    const path = request.url ?? '';
    if (!path.startsWith('/midias/')) return refuse(response, 404, 'NoSuchBucket');
    if (request.method === 'PUT') return void (objects.set(path, body), response.writeHead(200).end());
    if (request.method === 'DELETE') return void (objects.delete(path), response.writeHead(204).end());
    const found = objects.get(path);
    if (found === undefined) return refuse(response, 404, 'NoSuchKey');
    if (request.method === 'HEAD') return void response.writeHead(200, { 'content-length': found.length }).end();
    const [, start = '', end = ''] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    const part = found.subarray(Number(start), Number(end) + 1);
    response
      .writeHead(206, { 'content-length': part.length, 'content-range': `bytes ${start}-${end}/${found.length}` })
      .end(part);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(double, { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`);
}

/** As the protocol's description has it, from the raw request; shares no line with what it checks. */
function expectedAuthorization(request: IncomingMessage): string {
  const names = /SignedHeaders=([^,]+)/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const time = String(request.headers['x-amz-date']);
  const day = time.slice(0, 8);
  const lines = names.split(';').map((name) => `${name}:${String(request.headers[name])}\n`);
  const canonical = `${request.method}\n${request.url}\n\n${lines.join('')}\n${names}\n${String(request.headers['x-amz-content-sha256'])}`;
  const scope = `${day}/${STORE_KEY.region}/s3/aws4_request`;
  const toSign = `AWS4-HMAC-SHA256\n${time}\n${scope}\n${createHash('sha256').update(canonical).digest('hex')}`;
  const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const key = mac(mac(mac(mac(`AWS4${STORE_KEY.secretAccessKey}`, day), STORE_KEY.region), 's3'), 'aws4_request');
  return `AWS4-HMAC-SHA256 Credential=${STORE_KEY.accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${mac(key, toSign).toString('hex')}`;
}
