import type { Clock } from '@balcao/kernel';
import { ModelError, type ModelSpec } from '../../port/index.ts';
import { Keyed } from './keyed.ts';

const MINUTE_MS = 60_000;

export interface Pace {
  /** Waits for its turn under the vendor's quota; fails at once when that would be longer than there is time. */
  admit(workspaceId: string, spec: ModelSpec, tokens: number, withinMs: number, signal: AbortSignal): Promise<void>;
  /** The vendor says wait: nobody else asks before that either. */
  holdOff(workspaceId: string, spec: ModelSpec, ms: number): void;
}

/** A bucket that fills evenly and holds a sixth of a minute: a burst goes through, the minute's quota is kept. */
class Bucket {
  #level: number;
  #at: number;
  constructor(full: number, now: number) {
    this.#level = full;
    this.#at = now;
  }
  /** Milliseconds until `amount` is there; taken already, so that who comes next waits longer. */
  take(amount: number, perMinute: number, now: number): number {
    const full = capacity(perMinute);
    const perMs = perMinute / MINUTE_MS;
    this.#level = Math.min(full, this.#level + (now - this.#at) * perMs);
    this.#at = now;
    // More than the bucket holds goes when it is full, and is paid off afterwards.
    const needed = Math.min(amount, full);
    const wait = this.#level >= needed ? 0 : Math.ceil((needed - this.#level) / perMs);
    this.#level -= amount;
    return wait;
  }
  give(amount: number): void {
    this.#level += amount;
  }
}

const capacity = (perMinute: number): number => Math.max(1, perMinute / 6);

interface Line {
  readonly requests: Bucket;
  readonly tokens: Bucket;
  heldUntil: number;
  day: number;
  today: number;
}

export function createPace(clock: Clock): Pace {
  const lines = new Map<string, Keyed<Line>>();
  const lineOf = (workspaceId: string, spec: ModelSpec): Line => {
    const now = clock.monotonic();
    const made = () => ({
      requests: new Bucket(capacity(spec.requestsPerMinute ?? 0), now),
      tokens: new Bucket(capacity(spec.tokensPerMinute ?? 0), now),
      heldUntil: 0,
      day: 0,
      today: 0,
    });
    const known = lines.get('all') ?? new Keyed<Line>(made);
    lines.set('all', known);
    return known.of(`${workspaceId} ${spec.id}`);
  };
  return {
    async admit(workspaceId, spec, tokens, withinMs, signal) {
      const line = lineOf(workspaceId, spec);
      const now = clock.monotonic();
      checkDay(line, spec, clock.now());
      const { requestsPerMinute: perMinute, tokensPerMinute } = spec;
      const forRequest = perMinute === undefined ? 0 : line.requests.take(1, perMinute, now);
      const forTokens = tokensPerMinute === undefined ? 0 : line.tokens.take(tokens, tokensPerMinute, now);
      const wait = Math.max(forRequest, forTokens, line.heldUntil - now, 0);
      if (wait > withinMs) {
        line.requests.give(1);
        line.tokens.give(tokens);
        const held = line.heldUntil - now > withinMs;
        throw new ModelError(held ? 'rate_limited' : 'paced', 'its quota leaves no turn in time', {
          modelId: spec.id,
          retryAfterMs: wait,
        });
      }
      if (wait > 0) await clock.sleep(wait, signal);
      if (signal.aborted) throw new ModelError('aborted', 'nobody waits for it any more', { modelId: spec.id });
      line.today += 1;
    },
    holdOff(workspaceId, spec, ms) {
      const line = lineOf(workspaceId, spec);
      line.heldUntil = Math.max(line.heldUntil, clock.monotonic() + ms);
    },
  };
}

/** Counted in this process since it started: a help against surprises, the vendor's own count stands. */
function checkDay(line: Line, { id, requestsPerDay }: ModelSpec, now: Date): void {
  const day = Math.floor(now.getTime() / 86_400_000);
  if (line.day !== day) {
    line.day = day;
    line.today = 0;
  }
  if (requestsPerDay !== undefined && line.today >= requestsPerDay)
    throw new ModelError('quota', 'the requests of the day are used up', { modelId: id });
}
