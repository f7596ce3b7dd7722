export {
  type IntentDefinition,
  intentDefinitions,
  OUTSIDE,
  type StartingIntent,
  startingIntents,
} from './definitions.ts';
export { type Classifier, loadClassifier } from './load-classifier.ts';
