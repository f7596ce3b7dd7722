import type { Readable } from 'node:stream';

export type HttpMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** 'operator': an address from the configuration, taken as it is. 'public': anybody's address, so it is resolved, checked and pinned. */
export type Trust = 'operator' | 'public';

export interface HttpRequest {
  readonly method: HttpMethod;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | Uint8Array | Readable;
  /** For the whole exchange, redirects and body included. */
  readonly timeoutMs: number;
  /** Of the answer's body; default 10 MiB. */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
  /** Default 'public'. */
  readonly trust?: Trust;
}

export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case; repeated ones joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface HttpStream {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Fails with an HttpError past `maxBytes` or `timeoutMs`. Must be read to its end or destroyed. */
  readonly body: Readable;
}

/** The only way out of the house. Any status is an answer; what fails before one is an HttpError. */
export interface HttpClient {
  request(request: HttpRequest): Promise<HttpAnswer>;
  stream(request: HttpRequest): Promise<HttpStream>;
  close(): Promise<void>;
}
