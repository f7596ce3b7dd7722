import { detectAttack, readMood } from '@balcao/ai/local';
import type { BotSettings } from '@balcao/contract';
import { findSensitive, readMemoryWish } from '../../governance/index.ts';
import type { Classifier } from '../../intents/index.ts';
import type { Understood } from '../machine/facts.ts';

/** How many of the classifier's guesses are kept with the turn. */
const RANKED = 3;
/** More than anybody asks in one go; what comes after it changes no intent. */
const LONGEST = 2_000;

/** What the words mean, by what is learned in this process. Pure processor time, and no network. */
export function understand(
  text: string,
  classifier: Classifier,
  bot: Pick<BotSettings, 'confidence' | 'handoff'>,
): Understood {
  const words = text.slice(0, LONGEST);
  const { intent, confidence, ranking } = classifier.classify(words);
  const mood = readMood(words);
  return {
    intent,
    confidence: rounded(confidence),
    sure: intent !== 'outside' && confidence >= bot.confidence.intent,
    version: classifier.version,
    ranking: ranking.slice(0, RANKED).map((one) => ({ intent: one.intent, confidence: rounded(one.confidence) })),
    anger: rounded(mood.anger),
    wantsHuman: mood.wantsHuman,
    attack: detectAttack(words).attack,
    sensitive: findSensitive(words, bot.handoff),
    memory: readMemoryWish(words),
  };
}

/** Enough for any threshold, and the same when it is read back. */
const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;
