import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { type Ctx, Fault, type HttpStream, type MediaConfig } from '@balcao/kernel';
import { EMPTY_SHA256, type S3Key, type S3Request, signS3Request } from './sign-s3-request.ts';
import { checkKey, type LocalFile, type Storage } from './storage.ts';

type S3Config = Extract<MediaConfig, { kind: 's3' }>;

const SHORT_MS = 15_000;
const TRANSFER_MS = 5 * 60_000;
const MAX_ERROR_BYTES = 16 * 1024;

/** Four verbs of the S3 protocol over the house's own HTTP client: an SDK would cost 38 MiB of memory for them (decision 0006). */
export function s3Storage(ctx: Ctx, config: S3Config, incoming: string): Storage {
  const key: S3Key = {
    region: config.region,
    accessKeyId: config.accessKeyId.reveal(),
    secretAccessKey: config.secretAccessKey.reveal(),
  };

  async function send(
    request: Omit<S3Request, 'payloadSha256'>,
    limits: { readonly timeoutMs: number; readonly maxBytes: number },
    file?: LocalFile,
  ): Promise<HttpStream> {
    const { method, url } = request;
    const signed = signS3Request({ ...request, payloadSha256: file?.sha256 ?? EMPTY_SHA256 }, key, ctx.clock.now());
    const body = file === undefined ? {} : { body: createReadStream(file.path) };
    try {
      const { host: _host, ...headers } = signed;
      return await ctx.http.stream({ method, url: url.href, headers, trust: 'operator', ...limits, ...body });
    } catch (error) {
      throw new Fault('unavailable', `the storage does not answer (${method})`, { storage: true }, error);
    } finally {
      body.body?.destroy();
    }
  }

  /** A short answer, read to its end. */
  async function ask(method: 'HEAD' | 'DELETE', name: string): Promise<number> {
    const answer = await send(
      { method, url: addressOf(config, name), headers: {} },
      { timeoutMs: SHORT_MS, maxBytes: MAX_ERROR_BYTES },
    );
    if (answer.status >= 300 && answer.status !== 404) throw await refusal(method, answer);
    answer.body.resume();
    return answer.status;
  }

  return {
    kind: 's3',
    incoming,
    async keep(name, file) {
      const headers = { 'content-length': String(file.size), 'content-type': 'application/octet-stream' };
      const limits = { timeoutMs: TRANSFER_MS, maxBytes: MAX_ERROR_BYTES };
      const answer = await send({ method: 'PUT', url: addressOf(config, name), headers }, limits, file);
      if (answer.status >= 300) throw await refusal('PUT', answer);
      answer.body.resume();
      await rm(file.path, { force: true });
    },
    async open(name, start, end) {
      const headers = { range: `bytes=${start}-${end}` };
      const limits = { timeoutMs: TRANSFER_MS, maxBytes: end - start + 1 + MAX_ERROR_BYTES };
      const answer = await send({ method: 'GET', url: addressOf(config, name), headers }, limits);
      if (answer.status === 206) return answer.body;
      // A service without ranges may answer with everything; that is right only when everything was asked for.
      if (answer.status === 200 && answer.headers['content-length'] === String(end + 1) && start === 0)
        return answer.body;
      throw await refusal('GET', answer);
    },
    has: async (name) => (await ask('HEAD', name)) !== 404,
    async remove(name) {
      await ask('DELETE', name);
    },
  };
}

function addressOf(config: S3Config, name: string): URL {
  const endpoint = config.endpoint ?? `https://s3.${config.region}.amazonaws.com`;
  const url = new URL(`${endpoint.replace(/\/$/, '')}/${config.pathStyle ? `${config.bucket}/` : ''}${checkKey(name)}`);
  if (!config.pathStyle) url.host = `${config.bucket}.${url.host}`;
  return url;
}

/** The service's own code (AccessDenied, NoSuchBucket, SlowDown) is what an operator needs; nothing else of its answer is kept. */
async function refusal(method: string, answer: HttpStream): Promise<Fault> {
  let text = '';
  try {
    for await (const chunk of answer.body) if (text.length < MAX_ERROR_BYTES) text += String(chunk);
  } catch {
    // An error cut short is still an error.
  }
  const code = /<Code>(\w{1,64})<\/Code>/.exec(text)?.[1] ?? 'no code';
  const missing = answer.status === 404 && code !== 'NoSuchBucket';
  return new Fault(
    missing ? 'not_found' : 'unavailable',
    `the storage answered ${answer.status} (${code}) to ${method}`,
    {
      status: answer.status,
      storage: true,
    },
  );
}
