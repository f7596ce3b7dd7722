export {
  type IntentDefinition,
  intentDefinitions,
  OUTSIDE,
  type StartingIntent,
  startingIntents,
} from './definitions.ts';
export { correctIntent } from './examples/correct-intent.ts';
export { type ListedExample, listExamples } from './examples/list-examples.ts';
export { removeExample } from './examples/remove-example.ts';
export { teach } from './examples/teach.ts';
export { learnIntentsJob } from './learning/jobs.ts';
export { learn } from './learning/learn.ts';
export { type Classifier, loadClassifier } from './load-classifier.ts';
export { archiveIntent } from './own/archive-intent.ts';
export { listIntents, nameIntents } from './own/list-intents.ts';
export { saveIntent } from './own/save-intent.ts';
export { askToLearn } from './reading/ask-to-learn.ts';
export { findToLabel } from './reading/find-to-label.ts';
export { readModelState } from './reading/read-model-state.ts';
export { trySentence } from './reading/try-sentence.ts';
export type { Evaluation, Intent } from './types.ts';
