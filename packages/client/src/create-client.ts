import { ApiProblem } from './api-problem.ts';
import { askAgain } from './ask-again.ts';
import type { CallOptions, Client, ClientOptions, PagedName, UploadOptions } from './client-types.ts';
import {
  forwardOperationNames,
  type Input,
  type OperationName,
  type Output,
  onceOperationNames,
  readOperationNames,
} from './contract.ts';
import { readProblem } from './read-problem.ts';
import { writeQuery } from './write-query.ts';

type Headers = Readonly<Record<string, string>>;

interface Request {
  readonly name: OperationName;
  readonly query: unknown;
  readonly body?: string | Blob | ArrayBuffer | Uint8Array<ArrayBuffer>;
  readonly type?: string;
  readonly options: CallOptions;
}

/** Every operation of the contract by its name, typed both ways; throws ApiProblem. */
export function createClient(options: ClientOptions): Client {
  const send = sender(options);
  const client: Client = {
    async call(name, input, callOptions = {}) {
      const asked = readOperationNames.has(name)
        ? { query: input }
        : { query: undefined, body: JSON.stringify(input), type: 'application/json' };
      // The server checks its answers against the contract: the type is what it promises. So below.
      return (await send({ name, ...asked, options: callOptions })) as Output<typeof name>;
    },
    pages: (name, input, callOptions) => readPages(client, name, input, callOptions),
    async upload(name, input, file, uploadOptions: UploadOptions = {}) {
      const known = file instanceof Blob ? file.type : '';
      const type = uploadOptions.type ?? (known === '' ? 'application/octet-stream' : known);
      const answer = await send({ name, query: input, body: file, type, options: uploadOptions });
      return answer as Output<typeof name>;
    },
  };
  return client;
}

function sender({ baseUrl, fetch: ask = fetch, retries = 2, ...options }: ClientOptions) {
  const root = baseUrl.replace(/\/+$/, '');
  const own = ownHeaders(options);
  return async ({
    name,
    query,
    body,
    type,
    options: { signal, idempotencyKey, headers },
  }: Request): Promise<unknown> => {
    const isRead = readOperationNames.has(name);
    const request: RequestInit = {
      method: isRead ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        ...own,
        ...(type === undefined ? {} : { 'content-type': type }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        ...options.headers?.(),
        ...headers,
      },
      credentials: options.apiKey === undefined ? 'same-origin' : 'omit',
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
    };
    const url = `${root}/api/v1/${name}${writeQuery(query)}`;
    const repeats = isRead || (idempotencyKey !== undefined && !onceOperationNames.has(name));
    return await askAgain(() => askOnce(ask, url, request), repeats ? retries : 0, signal);
  };
}

async function askOnce(ask: typeof fetch, url: string, request: RequestInit): Promise<unknown> {
  const unreachable = (error: unknown) => {
    if (request.signal?.aborted) throw error;
    throw new ApiProblem('unreachable', 0, 'the server cannot be reached', undefined, { cause: error });
  };
  const response = await ask(url, request).catch(unreachable);
  if (!response.ok) throw await readProblem(response);
  return await response.json().catch(unreachable); // cut short on its way
}

function ownHeaders({ apiKey, workspace, language }: Omit<ClientOptions, 'baseUrl'>): Headers {
  return {
    ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
    ...(workspace === undefined ? {} : { 'x-workspace': workspace }),
    ...(language === undefined ? {} : { 'accept-language': language }),
  };
}

async function* readPages<Name extends PagedName>(
  client: Client,
  name: Name,
  input: Input<Name>,
  options: CallOptions | undefined,
): AsyncGenerator<Output<Name>> {
  const from = forwardOperationNames.has(name) ? 'after' : 'before';
  for (let asked = input; ; ) {
    const page = await client.call(name, asked, options);
    yield page;
    const { next } = page as { next: string | number | null }; // PagedName says that it is there
    if (next === null) return;
    asked = { ...input, [from]: next };
  }
}
