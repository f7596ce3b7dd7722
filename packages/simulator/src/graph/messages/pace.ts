/** A bucket of turns that fills with time: a burst may be borrowed, then it is paid back. */
export class Pace {
  readonly #burst: number;
  readonly #perMs: number;
  readonly #full = new Map<string, { left: number; at: number }>();

  constructor(burst: number, perSecond: number) {
    this.#burst = burst;
    this.#perMs = perSecond / 1000;
  }

  take(key: string, now: number): boolean {
    const bucket = this.#full.get(key) ?? { left: this.#burst, at: now };
    bucket.left = Math.min(this.#burst, bucket.left + (now - bucket.at) * this.#perMs);
    bucket.at = now;
    const allowed = bucket.left >= 1;
    if (allowed) bucket.left -= 1;
    this.#full.delete(key);
    this.#full.set(key, bucket);
    if (this.#full.size > 50_000) this.#full.delete(this.#full.keys().next().value ?? '');
    return allowed;
  }

  clear(): void {
    this.#full.clear();
  }
}
