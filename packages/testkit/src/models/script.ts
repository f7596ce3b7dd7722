/** What a pretended model does with one request. */
export type Script =
  | {
      readonly do: 'say';
      readonly text: string;
      readonly tokens?: readonly [number, number];
      readonly finish?: 'length';
    }
  /** Calls tools; several at once when several are named. */
  | { readonly do: 'call'; readonly calls: readonly { readonly name: string; readonly args: unknown }[] }
  | { readonly do: 'object'; readonly value: unknown }
  /** Refused by the vendor's own filter. */
  | { readonly do: 'refuse' }
  | { readonly do: 'empty' }
  /** 200, and nothing that could be read. */
  | { readonly do: 'garbage' }
  | {
      readonly do: 'status';
      readonly status: number;
      readonly retryAfter?: number;
      /** As the vendor would explain it. */
      readonly message?: string;
      readonly code?: string;
    }
  | { readonly do: 'slow'; readonly ms: number; readonly then: Script }
  /** Takes the request and never answers. */
  | { readonly do: 'hang' }
  /** Hangs up in the middle of the answer. */
  | { readonly do: 'cut' }
  | { readonly do: 'vectors'; readonly of: (text: string) => readonly number[] };

/** One request as it came over the wire. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** Everything that was said in it, of whatever vendor: for `toContain`. */
  readonly text: string;
}
