import type { Clock } from './clock.ts';
import type { Config } from './config/index.ts';
import type { HttpClient } from './http/index.ts';
import type { Ids } from './ids.ts';
import type { Log } from './log/index.ts';
import type { Metrics } from './metrics/index.ts';
import type { KeyRing } from './seal.ts';
import type { Tracing } from './tracing/index.ts';

/** Who does it. Written to the ledger with every change. */
export interface Actor {
  readonly kind: 'system' | 'bot' | 'person' | 'api_key' | 'customer' | 'operator';
  readonly id?: string;
}

/** What every verb gets: time, ids, chance, the network and the recorders all come through here, so that a day can be simulated. */
export interface Ctx {
  readonly config: Config;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: () => number;
  readonly http: HttpClient;
  readonly keys: KeyRing;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly tracing: Tracing;
  readonly actor: Actor;
  /** One per request or job; on every log line. */
  readonly requestId?: string;
  /** The conversation's id where there is one; on every log line of that conversation. */
  readonly correlationId?: string;
}
