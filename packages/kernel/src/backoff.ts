/** How long to wait before attempt `attempt + 1` (attempts count from 1): exponential with full jitter, so that many failing together do not return together. */
export function backoff(attempt: number, options: BackoffOptions, random: () => number): number {
  const ceiling = Math.min(options.maxMs, options.baseMs * 2 ** Math.max(0, attempt - 1));
  return Math.round((options.floorMs ?? 0) + random() * Math.max(0, ceiling - (options.floorMs ?? 0)));
}

export interface BackoffOptions {
  readonly baseMs: number;
  readonly maxMs: number;
  /** Never sooner than this. */
  readonly floorMs?: number;
}
