import { readFileSync } from 'node:fs';

/** What goes to a vendor and what comes back, byte for byte where it matters; after the vendors' own references. */
export interface RecordedExchange {
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
  readonly answer: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
}

type Vendor = 'gemini' | 'openai' | 'ollama';

/** By what is asked: `text`, `tools`, `object`, `embed`… */
export const recordedExchanges = (vendor: Vendor): Readonly<Record<string, RecordedExchange>> =>
  JSON.parse(readFileSync(new URL(`recorded/${vendor}.json`, import.meta.url), 'utf8')) as Record<
    string,
    RecordedExchange
  >; // written beside
