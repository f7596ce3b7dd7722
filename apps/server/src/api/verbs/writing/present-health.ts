import { type SendSentence, sendSentences } from '@balcao/channels/port';
import { classifyCode } from '@balcao/channels/whatsapp-cloud';
import type { Language } from '@balcao/contract';
import { type HealthFacts, healthCards, healthSentence, levelOf, peopleOf } from '@balcao/core/workspaces';
import type { Caller } from '../../api-parts.ts';
import { time, timeOrNull } from '../present.ts';

export const webhookUrl = ({ ctx }: Caller, channelId: string): string =>
  `${ctx.config.publicUrl}/webhooks/whatsapp/${channelId}`;

/** A channel's health in the caller's language: what is known, and cards that say what to do. */
export function presentHealth(caller: Caller, facts: HealthFacts) {
  const { language } = caller;
  const cards = healthCards(facts, caller.ctx.clock.now());
  const { number, token } = facts;
  return {
    channelId: facts.channelId,
    level: levelOf(cards),
    checkedAt: timeOrNull(facts.checkedAt),
    answeredAt: timeOrNull(facts.answeredAt),
    state: facts.state,
    stateReason: facts.stateReason,
    number: {
      displayPhone: number.displayPhone ?? null,
      verifiedName: number.verifiedName ?? null,
      nameStatus: number.nameStatus ?? null,
      status: number.status ?? null,
      quality: number.quality ?? null,
      throughput: number.throughput ?? null,
    },
    limit: { tier: number.messagingLimit ?? null, people: peopleOf(number.messagingLimit) },
    token: {
      valid: token.valid ?? null,
      expiresAt: token.expiresAt ?? null,
      missingScopes: [...(token.missingScopes ?? [])],
    },
    webhook: {
      url: webhookUrl(caller, facts.channelId),
      subscribed: facts.subscribed,
      lastReceiptAt: timeOrNull(facts.lastReceiptAt),
    },
    queue: { waiting: facts.waiting, oldestAt: timeOrNull(facts.oldestAt) },
    lastError: lastErrorOf(facts, language),
    cards: cards.map(({ what, level, sentence, todo, values }) => ({
      what,
      level,
      sentence: healthSentence(sentence, language, values),
      todo: todo === undefined ? null : healthSentence(todo, language, values),
    })),
  };
}

function lastErrorOf(facts: HealthFacts, language: Language) {
  const { lastFailureAt, lastFailureCode, lastFailureSentence } = facts;
  if (lastFailureAt === null) return null;
  const known = lastFailureSentence !== null && Object.hasOwn(sendSentences, lastFailureSentence);
  const key = known
    ? (lastFailureSentence as SendSentence) // checked on the line before
    : classifyCode(lastFailureCode ?? undefined, '').sentence;
  return { at: time(lastFailureAt), code: lastFailureCode, sentence: { key, text: sendSentences[key][language] } };
}
