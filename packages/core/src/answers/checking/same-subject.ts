import type { Tx, WorkspaceCtx } from '@balcao/db';
import { loadClassifier } from '../../intents/index.ts';
import type { Passage } from '../../knowledge/index.ts';
import type { AnswerRequest } from '../types.ts';

/** Of these a company has one: whoever asks for it in whatever words means that one. Prices it has many. */
const facts = new Set(['opening_hours', 'address', 'payment_methods']);
/** So sure both have to be: what the customer wants, and what the FAQ is about. */
const SURE = 0.7;

/**
 * The FAQ that is about what was understood, however few words both have in common: "vcs tão abertos amanhã?" and "Qual o horário
 * de funcionamento?".
 */
export async function sameSubject(
  ctx: WorkspaceCtx,
  tx: Tx,
  { understanding: { intent, confidence, sure } }: AnswerRequest,
  passages: readonly Passage[],
): Promise<Passage | undefined> {
  if (!sure || confidence < SURE || !facts.has(intent)) return undefined;
  const faqs = passages.filter((one) => one.kind === 'faq' && one.answer !== null);
  if (faqs.length === 0) return undefined;
  const classifier = await loadClassifier(ctx, tx);
  return faqs.find((one) => {
    const about = classifier.classify(one.title);
    return about.intent === intent && about.confidence >= SURE;
  });
}
