import type { IntentExample, JudgedExample } from '@balcao/ai/local';
import type { Evaluation } from '../types.ts';

const CONFUSIONS = 30;
const SENTENCES = 3;
const BINS = 10;

interface Verdict {
  readonly text: string;
  readonly meant: string;
  readonly taken: string;
  readonly confidence: number;
  readonly own: boolean;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
const right = ({ meant, taken }: Verdict): boolean => meant === taken;

/** How far confidence is from how often it was right: the mean over ten bins, by how many are in each. */
export function calibrationError(
  verdicts: readonly { readonly confidence: number; readonly right: boolean }[],
): number {
  const gaps = Array.from({ length: BINS }, () => 0);
  for (const verdict of verdicts) {
    const bin = Math.min(BINS - 1, Math.floor(verdict.confidence * BINS));
    gaps[bin] = (gaps[bin] ?? 0) + (verdict.right ? 1 : 0) - verdict.confidence;
  }
  return verdicts.length === 0 ? 0 : gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / verdicts.length;
}

/** `own`: so many of the last are the company's own. What only makes room for an archived intent is not judged. */
export function evaluate(
  examples: readonly IntentExample[],
  judged: readonly JudgedExample[],
  own: number,
): Evaluation {
  const verdicts = judged.flatMap(({ at, intent, confidence }): Verdict[] => {
    const example = examples[at];
    if (example === undefined || (example.counts ?? 1) < 1) return [];
    const { text, intent: meant } = example;
    return [{ text, meant, taken: intent, confidence, own: at >= examples.length - own }];
  });
  const mine = verdicts.filter((verdict) => verdict.own);
  const keys = [...new Set(verdicts.map(({ meant }) => meant))].sort();
  const intents = keys.map((key) => {
    const meant = verdicts.filter((verdict) => verdict.meant === key);
    const taken = verdicts.filter((verdict) => verdict.taken === key);
    const hits = meant.filter(right).length;
    return { key, examples: meant.length, precision: share(hits, taken.length), recall: share(hits, meant.length) };
  });
  return {
    examples: verdicts.length,
    accuracy: share(verdicts.filter(right).length, verdicts.length) ?? 0,
    ownAccuracy: share(mine.filter(right).length, mine.length),
    calibrationError: calibrationError(verdicts.map((one) => ({ confidence: one.confidence, right: right(one) }))),
    intents,
    confusions: confusionsOf(verdicts),
  };
}

function confusionsOf(verdicts: readonly Verdict[]): Evaluation['confusions'] {
  const pairs = Map.groupBy(
    verdicts.filter((verdict) => !right(verdict)),
    ({ meant, taken }) => `${meant} ${taken}`,
  );
  return [...pairs.values()]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      // The company's own sentences first: those it can change.
      const texts = [...group].sort((a, b) => Number(b.own) - Number(a.own)).map(({ text }) => text);
      return [{ key: first.meant, takenFor: first.taken, count: group.length, sentences: texts.slice(0, SENTENCES) }];
    })
    .sort((a, b) => b.count - a.count || (a.key + a.takenFor < b.key + b.takenFor ? -1 : 1))
    .slice(0, CONFUSIONS);
}
