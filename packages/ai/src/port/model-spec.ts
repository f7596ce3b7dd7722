import type { Trust } from '@balcao/kernel';

/** `openai-compatible`: anything that speaks OpenAI's API, at OpenAI or at an address of its own. */
export type Vendor = 'google' | 'openai-compatible' | 'ollama';

/** One model as it is called: its key is open here, so this never goes into a log, an answer or a row. */
export interface ModelSpec {
  /** Of the configured model; breaker and pace are kept by it. */
  readonly id: string;
  readonly vendor: Vendor;
  /** As the vendor names it: `gemini-2.5-flash`. */
  readonly model: string;
  /** Absent: the vendor's own. */
  readonly baseUrl?: string | undefined;
  readonly apiKey?: string | undefined;
  /** Default `public`: a private address is then reached only where OUTBOUND_PRIVATE and OUTBOUND_PORTS name it. */
  readonly trust?: Trust | undefined;
  /** What the vendor's plan allows; absent: as much as it takes. */
  readonly requestsPerMinute?: number | undefined;
  readonly requestsPerDay?: number | undefined;
  readonly tokensPerMinute?: number | undefined;
  /** At once, of one company. */
  readonly concurrency?: number | undefined;
  /** Of one try; the asker's own deadline is kept besides. */
  readonly timeoutMs?: number | undefined;
}
