import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { google, openAi } from './dialects.ts';
import type { Script, SeenRequest } from './script.ts';

type Choose = (seen: SeenRequest) => Script;

/** A vendor of models on this machine: speaks Gemini's and OpenAI's HTTP (Ollama's is OpenAI's), and does what it is told. */
export interface FakeVendor {
  readonly port: number;
  /** What a model of this vendor has as its address. */
  address(vendor: 'google' | 'openai-compatible' | 'ollama'): string;
  /** One after the other; the last one stays. */
  plays(...scripts: readonly Script[]): void;
  /** Looks at each request. */
  decides(choose: Choose): void;
  readonly seen: readonly SeenRequest[];
  /** Requests that were taken and not answered yet. */
  hanging(): number;
  reset(): void;
  close(): Promise<void>;
}

const hello: Script = { do: 'say', text: 'Olá!' };

export async function fakeVendor(): Promise<FakeVendor> {
  const seen: SeenRequest[] = [];
  const open = new Set<ServerResponse>();
  let choose: Choose = () => hello;

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    open.add(response);
    response.on('close', () => open.delete(response));
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer); // a request's chunks are buffers
    const one = describe(request, Buffer.concat(chunks).toString('utf8'));
    seen.push(one);
    await act(choose(one), one, response);
  }

  async function act(script: Script, one: SeenRequest, response: ServerResponse): Promise<void> {
    if (script.do === 'hang') return;
    if (script.do === 'slow') {
      const timer = setTimeout(() => void act(script.then, one, response), script.ms);
      response.on('close', () => clearTimeout(timer));
      return;
    }
    if (script.do === 'cut') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
      response.write('{"candidates":[{"con', () => response.destroy());
      return;
    }
    if (script.do === 'garbage') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>502 Bad Gateway</body></html>');
      return;
    }
    const dialect = one.path.includes(':') ? google : openAi;
    const { status, headers, body } = dialect.answer(script, one);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  }

  const server = createServer((request, response) => void take(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listens on TCP
  return {
    port,
    address: (vendor) =>
      `http://127.0.0.1:${port}/${{ google: 'v1beta', 'openai-compatible': 'v1', ollama: '' }[vendor]}`,
    plays(...scripts) {
      const left = [...scripts];
      choose = () => (left.length > 1 ? left.shift() : left[0]) ?? hello;
    },
    decides(next) {
      choose = next;
    },
    seen,
    hanging: () => open.size,
    reset() {
      seen.length = 0;
      choose = () => hello;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function describe({ method = '', url = '', headers }: IncomingMessage, text: string): SeenRequest {
  const flat = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  let body: Record<string, unknown> = {};
  try {
    body = JSON.parse(text) as Record<string, unknown>; // ours to look at
  } catch {
    // Looked at as text.
  }
  return { method, path: url, headers: Object.fromEntries(flat) as Record<string, string>, body, text }; // pairs of texts
}
