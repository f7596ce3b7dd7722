import type { OperationName, Operations } from '@balcao/contract';
import { type ReadOperationName, readOperationNames } from '@balcao/contract/kinds';
import { ApiProblem } from './api-problem.ts';
import { readProblem } from './read-problem.ts';
import { writeQuery } from './write-query.ts';

/** What an operation is asked, as one writes it: what has a default may be left out. */
export type Input<Name extends OperationName> = Operations[Name]['input']['_zod']['input'];
export type Output<Name extends OperationName> = Operations[Name]['output']['_zod']['output'];

export type ReadName = Extract<OperationName, ReadOperationName>;
export type WriteName = Exclude<OperationName, ReadName>;

export interface ClientOptions {
  /** Where the server is: `https://desk.example.com`; empty in a page that the server itself gave. */
  readonly baseUrl: string;
  /** Another way to ask, for tests and proxies. */
  readonly fetch?: typeof fetch;
  /** Asked for each request: the key (`authorization`), the company (`x-workspace`), the language. */
  readonly headers?: () => Readonly<Record<string, string>>;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** The same key again gets the same answer instead of a second effect. */
  readonly idempotencyKey?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Client {
  call<Name extends OperationName>(name: Name, input: Input<Name>, options?: CallOptions): Promise<Output<Name>>;
}

/** Every operation of the contract by its name, typed both ways; throws ApiProblem. */
export function createClient({ baseUrl, fetch: ask = fetch, headers }: ClientOptions): Client {
  return {
    async call(name, input, options = {}) {
      const isRead = readOperationNames.has(name);
      const url = `${baseUrl}/api/v1/${name}${isRead ? writeQuery(input) : ''}`;
      const request: RequestInit = {
        method: isRead ? 'GET' : 'POST',
        headers: {
          accept: 'application/json',
          ...(isRead ? {} : { 'content-type': 'application/json' }),
          ...(options.idempotencyKey === undefined ? {} : { 'idempotency-key': options.idempotencyKey }),
          ...headers?.(),
          ...options.headers,
        },
        credentials: 'same-origin',
        ...(isRead ? {} : { body: JSON.stringify(input) }),
        ...(options.signal ? { signal: options.signal } : {}),
      };
      const response = await ask(url, request).catch((error: unknown) => {
        if (options.signal?.aborted) throw error;
        throw new ApiProblem('unreachable', 0, 'the server cannot be reached', undefined, error);
      });
      if (!response.ok) throw await readProblem(response);
      // The server checks its answers against the contract: the type is what it promises.
      return (await response.json()) as Output<typeof name>;
    },
  };
}
