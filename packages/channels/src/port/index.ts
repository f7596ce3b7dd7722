export type * from './account-facts.ts';
export type * from './adapter.ts';
export type * from './fact-parts.ts';
export type * from './inbound-fact.ts';
export type * from './message-content.ts';
export type * from './outbound-content.ts';
export { type SendSentence, sendSentences } from './send-sentences.ts';
export { type Treatment, type TreatmentRule, treatments } from './treatment.ts';
