import { conveyorStatement, type DbCtx } from '@balcao/db';
import { claimJobs, release } from '../rows.ts';
import type { Heartbeat } from '../workers/start-heartbeat.ts';
import type { Matched } from './match-handlers.ts';
import { correlationOf, runAttempt, STOPPING } from './run-attempt.ts';
import { type RunnerMetrics, runnerMetrics } from './runner-metrics.ts';
import { type ClaimedJob, createSettle, type Ending, type Settle } from './settle.ts';

interface Running {
  readonly claimed: ClaimedJob;
  readonly abort: AbortController;
}

/** Claims jobs up to its number of hands and works on them. Knows nothing of when: that is the runner's. */
export class Crew {
  readonly #ctx: DbCtx;
  readonly #matched: ReadonlyMap<string, Matched>;
  readonly #names: readonly string[];
  readonly #hands: number;
  readonly #heartbeat: Heartbeat;
  readonly #settle: Settle;
  readonly #metrics: RunnerMetrics;
  readonly #running = new Map<string, Running>();
  /** Called when a job is settled: 'more' when the next of its lane may be free now, 'later' when it is due again at some time. */
  onSettled: (what: 'nothing' | 'more' | 'later') => void = () => undefined;
  ran = 0;

  constructor(ctx: DbCtx, matched: ReadonlyMap<string, Matched>, hands: number, heartbeat: Heartbeat) {
    this.#ctx = ctx;
    this.#matched = matched;
    this.#names = [...matched.keys()];
    this.#hands = hands;
    this.#heartbeat = heartbeat;
    this.#settle = createSettle(ctx, heartbeat.workerId);
    this.#metrics = runnerMetrics(ctx);
  }

  get free(): number {
    return this.#hands - this.#running.size;
  }

  get busy(): number {
    return this.#running.size;
  }

  /** Takes what its free hands can hold and starts it. True when there may be more than that. */
  async claim(): Promise<boolean> {
    const asked = this.free;
    const params = [this.#ctx.clock.now(), this.#names, asked, this.#heartbeat.workerId];
    const claimed = await conveyorStatement<ClaimedJob>(this.#ctx, claimJobs, params);
    // UPDATE … RETURNING gives them in no order.
    claimed.sort((a, b) => a.seq - b.seq);
    for (const one of claimed) void this.#work(one);
    return claimed.length === asked;
  }

  async #work(claimed: ClaimedJob): Promise<void> {
    const matched = this.#matched.get(claimed.name) as Matched; // claimed by the names of this map
    const abort = new AbortController();
    this.#running.set(claimed.id, { claimed, abort });
    const began = this.#ctx.clock.monotonic();
    let ending: Ending = { as: 'released' };
    let ours = false;
    try {
      ending = await runAttempt(this.#ctx, claimed, matched, abort);
      ours = await this.#settle(claimed, ending);
    } catch (error) {
      this.#ctx.log.error(
        { err: error, job: claimed.name, jobId: claimed.id },
        'The ending of a job could not be written.',
      );
    }
    this.ran++;
    this.#running.delete(claimed.id);
    this.#metrics.settled(claimed.name, ours ? ending.as : 'lost', (this.#ctx.clock.monotonic() - began) / 1_000);
    this.#tell(claimed, ending, ours);
    if (ending.as === 'retried') this.onSettled('later');
    else this.onSettled(claimed.lane === null ? 'nothing' : 'more');
  }

  #tell(claimed: ClaimedJob, ending: Ending, ours: boolean): void {
    const { name: job, id: jobId, attempts: attempt, workspaceId } = claimed;
    const fields = { job, jobId, attempt, workspaceId, ...correlationOf(claimed.payload) };
    if (!ours) this.#ctx.log.warn(fields, 'A job was no longer ours when it ended: it may run twice.');
    else if (ending.as === 'retried')
      this.#ctx.log.warn(
        { ...fields, err: ending.error, runAt: ending.runAt },
        'A job failed and will be tried again.',
      );
    else if (ending.as === 'dead')
      this.#ctx.log.error({ ...fields, err: ending.error }, 'A job was given up: it is among the dead letters.');
  }

  /** Lets them finish for so long, then tells them to stop, then gives back what still runs. */
  async stop(graceMs: number, deafMs: number): Promise<void> {
    await this.#empty(graceMs);
    for (const { abort } of this.#running.values()) abort.abort(STOPPING);
    await this.#empty(deafMs);
    // One try: without the database they are free anyway once this worker is not heard of any more.
    const left = [...this.#running.values()].map(({ claimed: { id, attempts } }) =>
      conveyorStatement(this.#ctx, release, [id, attempts, this.#heartbeat.workerId]),
    );
    await Promise.allSettled(left);
  }

  async #empty(withinMs: number): Promise<void> {
    const over = new AbortController();
    const before = this.onSettled;
    this.onSettled = (what) => {
      before(what);
      if (this.busy === 0) over.abort();
    };
    if (this.busy > 0) await this.#ctx.clock.sleep(withinMs, over.signal);
    this.onSettled = before;
  }
}
