import { realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault, type Log } from '@balcao/kernel';
import { type BringUpOptions, bringUp, type Up } from './bring-up.ts';
import { findRunning } from './find-running.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { Lock } from './locks/holder.ts';
import { holderOf, tryLock } from './locks/lock.ts';
import { isPostmasterOf } from './locks/process-state.ts';
import { lastWords, rotateServerLog } from './server-log.ts';
import { prepareDataDir } from './setup/prepare-folders.ts';
import { stopPostgres } from './stop-postgres.ts';

export interface KeepOptions {
  /** 'own': the one program of this data folder; a second is refused. 'join-or-start': uses what runs, starts it when nothing does. */
  readonly mode: 'own' | 'join-or-start';
  readonly program: string;
  readonly log: Log;
  readonly durable?: boolean;
  readonly binParent?: string;
}

const WATCH_EVERY_MS = 250;
const LOG_CHECK_EVERY_MS = 60_000;
const JOIN_PATIENCE_MS = 130_000;
/** One that lived shorter than this counts as a failed start: what kills it so soon will be there again. */
const SHORT_LIFE_MS = 100;
/** And dying this often within a minute is a failure too, however long each life was. */
const DEATHS_A_MINUTE = 30;
/** Waits before the n-th restart in a row. The first is at once. */
const RESTART_WAITS_MS = [0, 0, 100, 500, 1_000, 2_000, 5_000, 10_000];
const STOP_PATIENCE_MS = 10_000;

/** Starts, joins or adopts the PostgreSQL of a data folder, and starts it again whenever it dies. */
export async function keepPostgres(dataDir: string, options: KeepOptions): Promise<PostgresKeeper> {
  await prepareDataDir(dataDir);
  const keeper = new PostgresKeeper(layoutOf(realpathSync(dataDir)), options);
  await keeper.begin();
  return keeper;
}

export class PostgresKeeper {
  readonly layout: Layout;
  /** Why there is no PostgreSQL just now. */
  downBecause: string | undefined;
  readonly #options: KeepOptions;
  readonly #log: Log;
  #programLock: Lock | undefined;
  #keeperLock: Lock | undefined;
  #up: Up | undefined;
  #timers: NodeJS.Timeout[] = [];
  #upSince = 0;
  #deaths: number[] = [];
  /** Starts in a row that failed, or came to nothing soon. */
  #failures = 0;
  #reviving: Promise<void> | undefined;
  #stopping = false;

  constructor(layout: Layout, options: KeepOptions) {
    this.layout = layout;
    this.#options = options;
    this.#log = options.log.child({ part: 'postgres' });
  }

  async begin(): Promise<void> {
    if (this.#options.mode === 'own') this.#programLock = this.#takeProgramLock();
    try {
      await this.#joinOrBringUp();
    } catch (error) {
      this.#release();
      throw error;
    }
    this.#every(WATCH_EVERY_MS, () => this.#watch());
    this.#every(LOG_CHECK_EVERY_MS, () => this.#keeperLock && rotateServerLog(this.layout.logFile));
  }

  /** `othersUse`: whether other programs are connected. What a command started stays up for them. */
  async stop(othersUse: () => Promise<boolean>): Promise<void> {
    this.#stopping = true;
    for (const timer of this.#timers) clearInterval(timer);
    await this.#reviving;
    // The last one out turns off the light, whoever turned it on.
    this.#keeperLock ??= this.#lockKeeper();
    const running = this.#keeperLock && findRunning(this.layout.dataDir);
    if (running && (this.#options.mode === 'own' || !(await othersUse())))
      await stopPostgres(running.pid, STOP_PATIENCE_MS);
    this.#release();
  }

  async #joinOrBringUp(): Promise<void> {
    const since = performance.now();
    for (;;) {
      this.#keeperLock ??= this.#lockKeeper();
      if (this.#keeperLock) return this.#bringUp();
      if (findRunning(this.layout.dataDir)?.state === 'ready') return;
      if (performance.now() - since > JOIN_PATIENCE_MS) {
        throw new Fault(
          'unavailable',
          `Another command is still starting PostgreSQL on ${this.layout.dataDir}; it gave no sign of being ready.`,
        );
      }
      await sleep(20);
    }
  }

  async #bringUp(): Promise<void> {
    const { mode, durable = true, binParent } = this.#options;
    const options: BringUpOptions = {
      durable,
      endsWithUs: mode === 'own',
      ...(binParent === undefined ? {} : { binParent }),
    };
    const up = await bringUp(this.layout, options);
    this.#up = up;
    this.#upSince = performance.now();
    this.downBecause = undefined;
    up.child?.once('exit', (code, signal) => this.#died(up, signal ?? `code ${code}`));
    // It may have died between being ready and the line above.
    if (up.child && (up.child.exitCode !== null || up.child.signalCode !== null))
      this.#died(up, 'it ended while starting');
  }

  /** Someone else's child tells nobody when it dies; and the lock of a keeper that left must go to somebody. */
  #watch(): void {
    if (this.#reviving || this.#stopping) return;
    if (this.#up && !this.#up.child && !isPostmasterOf(this.#up.pid, this.layout.cluster))
      this.#died(this.#up, 'it is gone');
    if (this.#keeperLock) return;
    this.#keeperLock = this.#lockKeeper();
    if (this.#keeperLock) this.#reviving = this.#revive();
  }

  #died(up: Up, how: string): void {
    if (this.#stopping || this.#up !== up) return;
    this.#up = undefined;
    const words = how.startsWith('code') ? `, ${lastWords(this.layout.logFile, 0)}` : '';
    this.downBecause = `PostgreSQL died: ${how}${words}`;
    const now = performance.now();
    this.#deaths = [...this.#deaths.filter((at) => now - at < 60_000), now];
    const failed = now - this.#upSince < SHORT_LIFE_MS || this.#deaths.length > DEATHS_A_MINUTE;
    this.#failures = failed ? this.#failures + 1 : 0;
    this.#log.error({ how: how + words, failures: this.#failures }, 'PostgreSQL died; starting it again');
    this.#reviving ??= this.#revive();
  }

  async #revive(): Promise<void> {
    while (!this.#stopping) {
      await sleep(RESTART_WAITS_MS[Math.min(this.#failures, RESTART_WAITS_MS.length - 1)]);
      if (this.#stopping) break;
      try {
        await this.#bringUp();
        this.#log.info({}, 'PostgreSQL is up');
        break;
      } catch (error) {
        this.#failures += 1;
        this.downBecause = error instanceof Error ? error.message : String(error);
        this.#log.error({ err: error }, 'PostgreSQL could not be started; trying again');
      }
    }
    this.#reviving = undefined;
    if (this.#up === undefined && !this.#stopping) this.#reviving = this.#revive(); // it died again meanwhile
  }

  #takeProgramLock(): Lock {
    const { programLock, dataDir } = this.layout;
    const lock = tryLock(programLock, this.#options.program, new Date());
    if (lock) return lock;
    const holder = holderOf(programLock);
    const who =
      holder === undefined ? 'Another Balcão' : `Another Balcão (process ${holder.pid}, since ${holder.since})`;
    throw new Fault(
      'conflict',
      `${who} is running on the data folder ${dataDir}. Stop it first, or give this one its own DATA_DIR.`,
    );
  }

  #lockKeeper(): Lock | undefined {
    return tryLock(this.layout.keeperLock, this.#options.program, new Date());
  }

  #release(): void {
    this.#keeperLock?.release();
    this.#programLock?.release();
    this.#keeperLock = undefined;
    this.#programLock = undefined;
  }

  #every(ms: number, fn: () => void): void {
    const timer = setInterval(fn, ms);
    timer.unref();
    this.#timers.push(timer);
  }
}
