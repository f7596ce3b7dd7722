export type { Classified, IntentExample, JudgedExample, Ranked } from './model/examples.ts';
export type { IntentModel } from './model/intent-model.ts';
export { MODEL_FORMAT, readModel, writeModel } from './model/keep-model.ts';
export { type Learned, learnIntents, trainIntents } from './model/train-intents.ts';
export { type AttackSigns, detectAttack } from './signs/detect-attack.ts';
export { type Finished, finished } from './signs/finished.ts';
export { type Mood, readMood } from './signs/read-mood.ts';
export { normalise } from './text/normalise.ts';
