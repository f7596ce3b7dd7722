export { count, dollars, percent, took } from './figures.ts';
export { botWords } from './texts/texts.ts';
export { isTried } from './tried.ts';
export { useDecimals } from './use-decimals.ts';
export { useIntentName, useIntents } from './use-intent-name.ts';
export { useStateWords } from './use-state-words.ts';
