import type { ModelError, Tried, Usage } from '@balcao/ai/port';
import type { Clock } from '@balcao/kernel';
import type { AnswerRequest, Draft, Made, ToolUse } from './types.ts';

type Body<D = Draft> = D extends unknown ? Omit<D, 'made'> : never;

/** Keeps account of how a draft comes about, whatever becomes of it. */
export class Making {
  readonly #clock: Clock;
  readonly #begun: number;
  readonly #tools: ToolUse[] = [];
  readonly #tried: string[] = [];
  #tokensIn = 0;
  #tokensOut = 0;
  #costMicros = 0;
  #facts: Pick<Made, 'intent' | 'confidence' | 'intentBy'> &
    Partial<Pick<Made, 'model' | 'modelId' | 'promptVersionId' | 'promptLabel' | 'knowledgeVersion' | 'attack'>>;

  constructor(clock: Clock, { understanding: { intent, confidence } }: AnswerRequest) {
    this.#clock = clock;
    this.#begun = clock.monotonic();
    this.#facts = { intent, confidence, intentBy: 'local' };
  }
  get intent(): string {
    return this.#facts.intent;
  }
  get costMicros(): number {
    return this.#costMicros;
  }
  know(facts: Partial<Omit<Made, 'by' | 'tools' | 'tried' | 'ms' | 'tokensIn' | 'tokensOut' | 'costMicros'>>): void {
    this.#facts = { ...this.#facts, ...facts };
  }
  spent(usage: Pick<Usage, 'tokensIn' | 'tokensOut'>, tried: readonly Tried[]): void {
    this.#tokensIn += usage.tokensIn;
    this.#tokensOut += usage.tokensOut;
    this.failed(tried);
  }
  failed(tried: readonly Tried[]): void {
    this.#tried.push(...tried.map(({ modelId, failure }) => `${modelId}:${failure}`));
  }
  cost(micros: number): void {
    this.#costMicros += micros;
  }
  used(tool: ToolUse): void {
    this.#tools.push(tool);
  }
  /** The draft, with its account. */
  draft(by: Made['by'], body: Body): Draft {
    const made: Made = {
      ...this.#facts,
      by,
      tokensIn: this.#tokensIn,
      tokensOut: this.#tokensOut,
      costMicros: this.#costMicros,
      ms: Math.round(this.#clock.monotonic() - this.#begun),
      tools: [...this.#tools],
      tried: [...this.#tried],
    };
    return { ...body, made };
  }
}

/** Why a draft failed, in the words of a draft. */
export function failedWhy({ failure }: Pick<ModelError, 'failure'>): Extract<Draft, { kind: 'failed' }>['why'] {
  switch (failure) {
    case 'timeout':
    case 'crowded':
    case 'aborted':
      return failure;
    case 'rate_limited':
    case 'quota':
    case 'paced':
      return 'quota';
    case 'garbage':
    case 'empty':
      return 'garbage';
    default:
      return 'error';
  }
}
