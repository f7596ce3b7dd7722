import type { Tried } from './model-error.ts';
import type { ModelSpec } from './model-spec.ts';
import type { EmbedRequest, EmbedResult, ObjectRequest, ObjectResult, TextRequest, TextResult } from './requests.ts';

/** Whom to ask, for whom, and until when. */
export interface Asking {
  readonly workspaceId: string;
  /** The order of fallback: the next one is asked when one fails in a way that another may not. */
  readonly models: readonly ModelSpec[];
  /** For everything together: waiting, tries and fallbacks. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

export interface Asked {
  /** Which one answered. */
  readonly modelId: string;
  readonly model: string;
  /** Those before it that did not. */
  readonly tried: readonly Tried[];
  readonly ms: number;
}

export type ModelHealth = 'well' | 'open' | 'trying';

/** Models of all vendors behind one face. Every method fails with a ModelError and with nothing else. */
export interface Models {
  text(asking: Asking, request: TextRequest): Promise<TextResult & Asked>;
  object(asking: Asking, request: ObjectRequest): Promise<ObjectResult & Asked>;
  /** No fallback here, the first one is asked: vectors of different models do not compare. */
  embed(asking: Asking, request: EmbedRequest): Promise<EmbedResult & Asked>;
  /** `open`: it failed so often that it is left alone for a while. */
  health(workspaceId: string, modelId: string): ModelHealth;
}
