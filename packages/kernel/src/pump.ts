export interface Pump {
  /** There may be something to do. Wakes while a step runs make it run once more; none is lost, and none piles up. */
  wake(): void;
  readonly running: boolean;
  /** Resolves when no step runs and none is asked for. */
  idle(): Promise<void>;
}

/** Runs `step` while it answers true or is woken. A step that throws is reported and ends the round. */
export function createPump(step: () => Promise<boolean>, onError: (error: unknown) => void): Pump {
  let running = false;
  let again = false;
  let idlers: (() => void)[] = [];

  async function run(): Promise<void> {
    do {
      again = false;
      try {
        if (await step()) again = true;
      } catch (error) {
        onError(error);
      }
    } while (again);
    // In the same breath as the look at `again`: a wake falls before it or starts a new round.
    running = false;
    for (const resolve of idlers) resolve();
    idlers = [];
  }

  return {
    wake() {
      again = true;
      if (running) return;
      running = true;
      void run();
    },
    get running() {
      return running;
    },
    idle: () => (running ? new Promise((resolve) => idlers.push(resolve)) : Promise.resolve()),
  };
}
