export { foldText } from './fold-text.ts';
export { wordsOf } from './words-of.ts';
