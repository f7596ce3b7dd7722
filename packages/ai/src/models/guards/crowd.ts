import type { ModelSpec } from '../../port/index.ts';
import { Keyed } from './keyed.ts';
import { Places } from './places.ts';

export interface CrowdOptions {
  /** Requests under way at once: of one company, and of all together. */
  readonly perWorkspace: number;
  readonly inAll: number;
  /** And so many more of one company may wait. */
  readonly waiting: number;
}

export const crowdDefaults: CrowdOptions = { perWorkspace: 8, inAll: 96, waiting: 64 };

export interface Crowd {
  run<T>(workspaceId: string, spec: ModelSpec, signal: AbortSignal, ask: () => Promise<T>): Promise<T>;
  underWay(): number;
}

/** A company whose model hangs fills its own places, and nobody else's. */
export function createCrowd({ perWorkspace, inAll, waiting }: CrowdOptions): Crowd {
  const ofCompany = new Keyed(() => new Places(perWorkspace, waiting));
  const ofModel = new Keyed((key) => new Places(Number(key.slice(0, key.indexOf(' '))), waiting));
  const ofAll = new Places(inAll, inAll * 10);
  return {
    run(workspaceId, spec, signal, ask) {
      // Its own places first: who waits among all holds no place that its company could not spare.
      const limit = Math.min(spec.concurrency ?? perWorkspace, perWorkspace);
      const model = ofModel.of(`${limit} ${workspaceId} ${spec.id}`);
      return ofCompany.of(workspaceId).run(signal, () => model.run(signal, () => ofAll.run(signal, ask)));
    },
    underWay: () => ofAll.taken,
  };
}
