import { conveyorStatement, type DbCtx } from '@balcao/db';
import { backoff } from '@balcao/kernel';
import { lineUp, lookAround, notifyOthers } from '../rows.ts';
import type { Timetable } from '../schedules/timetable.ts';
import { DEAD_AFTER_MS, type Heartbeat } from '../workers/start-heartbeat.ts';
import type { Crew } from './crew.ts';

/** No job waits longer than this for a wake-up that was lost. */
const POLL_MS = 1_000;
/** Only for what a killed process left; everybody else says so. */
const LINE_UP_MS = 10_000;
const LOOK_AT_MOST_EVERY_MS = 100;
const TELL_AT_MOST_EVERY_MS = 100;

interface Seen {
  readonly freed: number;
  readonly due: boolean;
  readonly nextAt: Date | null;
}

/** When to look, and for how long to sleep. All wake-ups are hints; what is due is asked of the rows. */
export class Loop {
  readonly #ctx: DbCtx;
  readonly #crew: Crew;
  readonly #heartbeat: Heartbeat;
  readonly #timetable: Timetable;
  #stopping = false;
  /** There may be something to claim. */
  #more = true;
  #nextLook = 0;
  #nextLineUp = 0;
  #looked = Number.NEGATIVE_INFINITY;
  #nextAt = Number.POSITIVE_INFINITY;
  #told = Number.NEGATIVE_INFINITY;
  #nap = new AbortController();

  constructor(ctx: DbCtx, crew: Crew, heartbeat: Heartbeat, timetable: Timetable) {
    this.#ctx = ctx;
    this.#crew = crew;
    this.#heartbeat = heartbeat;
    this.#timetable = timetable;
    crew.onSettled = (what) => {
      if (what === 'more') this.#more = true;
      if (what === 'later') this.#nextLook = 0;
      this.#nap.abort();
    };
  }

  /** `lined`: somebody joined a lane behind others, who may have ended in the meantime. */
  wake(lined: boolean): void {
    if (lined) {
      this.#nextLineUp = 0;
      this.#nextLook = Math.min(this.#nextLook, this.#looked + LOOK_AT_MOST_EVERY_MS);
    }
    this.#more = true;
    this.#nap.abort();
  }

  end(): void {
    this.#stopping = true;
    this.#nap.abort();
  }

  async run(): Promise<void> {
    for (let failures = 0; !this.#stopping; ) {
      this.#nap = new AbortController();
      try {
        await this.#step();
        failures = 0;
      } catch (error) {
        failures++;
        this.#more = true;
        this.#ctx.log.warn({ err: error, failures }, 'The job runner could not look at its queue.');
        const wait = backoff(failures, { baseMs: 100, maxMs: POLL_MS, floorMs: 50 }, this.#ctx.random);
        await this.#ctx.clock.sleep(wait, this.#nap.signal);
        continue;
      }
      if (!this.#stopping && !(this.#more && this.#crew.free > 0)) await this.#sleep();
    }
  }

  /** Until nothing is due and nothing runs. */
  async drain(): Promise<void> {
    do {
      this.#nap = new AbortController();
      this.#nextLineUp = 0;
      await this.#look();
      await this.#fill();
      // Settled between the claim and here: then the nap is over already.
      if (this.#crew.busy > 0) await this.#ctx.clock.sleep(POLL_MS, this.#nap.signal);
    } while (this.#crew.busy > 0 || this.#more);
  }

  async #step(): Promise<void> {
    if (this.#ctx.clock.monotonic() >= this.#nextLook) await this.#look();
    await this.#timetable.fire();
    const before = this.#crew.free;
    await this.#fill();
    if (this.#more && before > 0 && this.#crew.free === 0) this.#tellOthers();
  }

  async #look(): Promise<void> {
    const { clock, log } = this.#ctx;
    const params = [this.#heartbeat.steady(), DEAD_AFTER_MS, clock.now()];
    const [seen] = await conveyorStatement<Seen>(this.#ctx, lookAround, params);
    this.#looked = clock.monotonic();
    this.#nextLook = this.#looked + POLL_MS;
    if (clock.monotonic() >= this.#nextLineUp) {
      this.#nextLineUp = clock.monotonic() + LINE_UP_MS;
      if ((await conveyorStatement(this.#ctx, lineUp)).length > 0) this.#more = true;
    }
    this.#nextAt = seen?.nextAt?.getTime() ?? Number.POSITIVE_INFINITY;
    const freed = seen?.freed ?? 0;
    if (freed > 0) log.warn({ jobs: freed }, 'Jobs of a worker that died are free again.');
    if (freed > 0 || seen?.due === true) this.#more = true;
  }

  async #fill(): Promise<void> {
    while (this.#more && this.#crew.free > 0) {
      this.#more = false;
      const full = await this.#crew.claim();
      this.#more ||= full;
    }
  }

  async #sleep(): Promise<void> {
    const { clock } = this.#ctx;
    const toNext = this.#nextAt - clock.now().getTime();
    const toLook = this.#nextLook - clock.monotonic();
    const ms = Math.max(1, Math.min(toLook, toNext, this.#timetable.nextIn()));
    await clock.sleep(ms, this.#nap.signal);
    if (this.#nextAt > clock.now().getTime()) return;
    // Known only once: the next look will say what comes after it.
    this.#nextAt = Number.POSITIVE_INFINITY;
    this.#nextLook = 0;
    this.#more = true;
  }

  /** Our hands are full: others may help. Lost, it costs them at most their next look. */
  #tellOthers(): void {
    const now = this.#ctx.clock.monotonic();
    if (now - this.#told < TELL_AT_MOST_EVERY_MS) return;
    this.#told = now;
    conveyorStatement(this.#ctx, notifyOthers, [this.#heartbeat.workerId]).catch(() => undefined);
  }
}
