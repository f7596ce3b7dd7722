import type { Mask } from '../../governance/index.ts';
import type { Passage } from '../../knowledge/index.ts';
import type { ToolDone } from '../../tools/index.ts';
import { unfoundedFacts } from '../checking/check-facts.ts';
import type { AnswerRequest, RefusedWhy, UnsureWhy } from '../types.ts';
import { readAnswer } from './answer-form.ts';

/** One message of WhatsApp takes 4096. */
const LONGEST = 3_500;

export interface Writing {
  readonly text: string;
  /** Cut off at the limit of tokens. */
  readonly cut: boolean;
}

export interface Grounds {
  readonly request: AnswerRequest;
  /** As they were numbered for the model. */
  readonly passages: readonly Passage[];
  readonly memory: string;
  readonly done: readonly ToolDone[];
  readonly mask: Mask;
  /** Signs that it carries what the model was told: then it does not go out. */
  leaks(answer: string): readonly string[];
  /** Today, as people write it. */
  readonly today: string;
}

export type Judgement =
  | { readonly kind: 'good'; readonly text: string; readonly passages: readonly Passage[] }
  | { readonly kind: 'unsure'; readonly why: UnsureWhy }
  | { readonly kind: 'refused'; readonly why: RefusedWhy; readonly signs?: readonly string[] }
  | { readonly kind: 'person' }
  | { readonly kind: 'garbage' };

/** May it be said? Pure. What a model writes is a proposal: it needs a source, and no fact that no source has. */
export function judgeAnswer(written: Writing, grounds: Grounds): Judgement {
  const { passages, done, mask, request } = grounds;
  const leaks = grounds.leaks(written.text);
  if (leaks.length > 0) return { kind: 'refused', why: 'leak', signs: leaks };
  const read = readAnswer(written.text);
  if (read.kind === 'unsure') return { kind: 'unsure', why: 'model_unsure' };
  if (read.kind === 'person') return { kind: 'person' };
  if (read.kind === 'refused') return { kind: 'refused', why: 'policy' };
  if (mask.strays(read.text)) return { kind: 'unsure', why: 'not_in_sources' };
  const cut = written.cut || read.text.length > LONGEST;
  const text = mask.show(cut ? wholeSentences(read.text.slice(0, LONGEST)) : read.text);
  if (text.length < 2) return { kind: 'garbage' };
  const cited = read.cited.flatMap((number) => passages[number - 1] ?? []);
  if (cited.length === 0 && done.length === 0 && !onlyAsks(text)) return { kind: 'unsure', why: 'not_in_sources' };
  const unfounded = unfoundedFacts(text, {
    passages: [...passages.map((one) => `${one.title}\n${one.text}\n${one.url ?? ''}`), grounds.memory, grounds.today],
    results: done.flatMap((one) => [JSON.stringify(one.result), one.text]),
    said: [request.question, ...request.history.filter((one) => one.by === 'customer').map((one) => one.text)],
  });
  if (unfounded.length > 0) return { kind: 'unsure', why: 'number_without_source' };
  return { kind: 'good', text, passages: cited };
}

/** It asks for what it lacks, the number of the order: that is no statement, and needs no source. A short "Claro!" before it says nothing. */
function onlyAsks(text: string): boolean {
  const sentences = text.split(/(?<=[.!?])\s+/);
  const before = sentences.slice(0, -1);
  return text.length <= 240 && /\?\W*$/.test(text) && before.every((one) => one.endsWith('?') || one.length <= 25);
}

/** Up to the last full stop: half a sentence is not said. */
function wholeSentences(text: string): string {
  const end = Math.max(text.lastIndexOf('.'), text.lastIndexOf('!'), text.lastIndexOf('?'), text.lastIndexOf('\n'));
  return end < 20 ? '' : text.slice(0, end + 1).trim();
}
