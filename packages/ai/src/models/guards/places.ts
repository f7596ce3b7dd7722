import { ModelError } from '../../port/index.ts';

/** So many at once, the rest in line. Who gives up waiting leaves the line at once. */
export class Places {
  readonly #most: number;
  readonly #mayWait: number;
  readonly #line = new Set<() => void>();
  #taken = 0;
  constructor(most: number, mayWait: number) {
    this.#most = most;
    this.#mayWait = mayWait;
  }
  get taken(): number {
    return this.#taken;
  }
  async run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    await this.#enter(signal);
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }
  async #enter(signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw gone();
    if (this.#taken < this.#most) {
      this.#taken++;
      return;
    }
    if (this.#line.size >= this.#mayWait) throw new ModelError('crowded', 'as many requests are under way as may be');
    await new Promise<void>((resolve, reject) => {
      const leave = () => {
        this.#line.delete(enter);
        reject(gone());
      };
      // The place of who leaves is handed on, never freed in between: nobody slips past the line.
      const enter = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      this.#line.add(enter);
      signal.addEventListener('abort', leave, { once: true });
    });
  }
  #leave(): void {
    const [next] = this.#line;
    if (next === undefined) {
      this.#taken--;
      return;
    }
    this.#line.delete(next);
    next();
  }
}

const gone = () => new ModelError('aborted', 'nobody waits for it any more');
