import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
} from 'cockatiel';
import { ModelError, type ModelHealth, modelFailures } from '../../port/index.ts';
import { Keyed } from './keyed.ts';

export interface BreakerOptions {
  /** So many failures in a row, and the model is left alone. */
  readonly failures: number;
  readonly reopenMs: number;
  readonly longestMs: number;
}

export const breakerDefaults: BreakerOptions = { failures: 4, reopenMs: 5_000, longestMs: 120_000 };

export interface Breakers {
  run<T>(workspaceId: string, modelId: string, ask: () => Promise<T>): Promise<T>;
  health(workspaceId: string, modelId: string): ModelHealth;
}

/** One for each company and model: a wrong key of one company opens nothing for another. */
export function createBreakers(options: BreakerOptions, tell: (modelId: string, open: boolean) => void): Breakers {
  const breakers = new Keyed<CircuitBreakerPolicy>((key) => {
    const made = circuitBreaker(
      handleWhen((error) => error instanceof ModelError && modelFailures[error.failure].counts),
      {
        halfOpenAfter: new ExponentialBackoff({ initialDelay: options.reopenMs, maxDelay: options.longestMs }),
        breaker: new ConsecutiveBreaker(options.failures),
      },
    );
    const modelId = key.slice(key.indexOf(' ') + 1);
    made.onBreak(() => tell(modelId, true));
    made.onReset(() => tell(modelId, false));
    return made;
  });
  const keyOf = (workspaceId: string, modelId: string) => `${workspaceId} ${modelId}`;
  return {
    async run(workspaceId, modelId, ask) {
      try {
        return await breakers.of(keyOf(workspaceId, modelId)).execute(ask);
      } catch (error) {
        if (error instanceof BrokenCircuitError)
          throw new ModelError('breaker_open', 'it failed too often and is left alone for a while', { modelId });
        throw error;
      }
    },
    health(workspaceId, modelId) {
      const state = breakers.peek(keyOf(workspaceId, modelId))?.state ?? CircuitState.Closed;
      if (state === CircuitState.Closed) return 'well';
      return state === CircuitState.HalfOpen ? 'trying' : 'open';
    },
  };
}
