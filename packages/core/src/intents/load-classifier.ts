import { type Classified, type IntentModel, trainIntents } from '@balcao/ai/local';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { readStartingSet } from './starting-set/read-starting-set.ts';

export interface Classifier {
  /** Changes when the workspace's examples were learned: stored with each turn. */
  readonly version: string;
  /** Below it `understand` a text as outside: nothing was recognised well enough. */
  readonly threshold: number;
  classify(text: string): Classified;
}

let starting: IntentModel | undefined;

export async function loadClassifier(_ctx: WorkspaceCtx, _tx: Tx): Promise<Classifier> {
  starting ??= trainIntents(readStartingSet());
  const model = starting;
  return { version: 'starting', threshold: 0.4, classify: (text) => model.classify(text) };
}
