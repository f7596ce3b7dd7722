import type { FileOperationName, Input, OperationName, Output, ReadOperationName } from './contract.ts';

export type ReadName = Extract<OperationName, ReadOperationName>;
export type FileName = Extract<OperationName, FileOperationName>;
export type WriteName = Exclude<OperationName, ReadName | FileName>;
/** Lists that go on: their answers have `next`. */
export type PagedName = { [Name in ReadName]: Output<Name> extends { next: unknown } ? Name : never }[ReadName];

export interface ClientOptions {
  /** Where the server is: `https://desk.example.com`; empty in a page that the server itself gave. */
  readonly baseUrl: string;
  /** Of a program: made in the panel, with the scopes that it needs. A page uses the session of its person instead. */
  readonly apiKey?: string;
  /** Where a person works; an API key belongs to one workspace anyway. */
  readonly workspace?: string;
  /** Of the sentences in problems: `pt-BR` (the default), `en` or `es`. */
  readonly language?: string;
  /**
   * How often to ask again when the server is busy or away (429, 503, no answer): 2 unless said otherwise. Only what can be
   * repeated without harm is: reads, and writes with an idempotency key.
   */
  readonly retries?: number;
  /** Another way to ask, for tests and proxies. */
  readonly fetch?: typeof fetch;
  /** Asked for each request: what goes with it beside the above. */
  readonly headers?: () => Readonly<Record<string, string>>;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** The same key again gets the same answer instead of a second effect. */
  readonly idempotencyKey?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface UploadOptions extends CallOptions {
  /** The media type; a Blob knows its own. */
  readonly type?: string;
}

export interface Client {
  /** Asks one operation; throws ApiProblem. */
  call<Name extends ReadName | WriteName>(name: Name, input: Input<Name>, options?: CallOptions): Promise<Output<Name>>;
  /** Page after page of a list: `for await (const { contacts } of client.pages('contacts.list', {}))`. */
  pages<Name extends PagedName>(name: Name, input: Input<Name>, options?: CallOptions): AsyncGenerator<Output<Name>>;
  /** An operation whose body is a file. */
  upload<Name extends FileName>(
    name: Name,
    input: Input<Name>,
    file: Blob | ArrayBuffer | Uint8Array<ArrayBuffer>,
    options?: UploadOptions,
  ): Promise<Output<Name>>;
}
