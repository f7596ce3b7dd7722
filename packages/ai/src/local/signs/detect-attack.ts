import { letterSigns, markSigns } from './attack/mark-signs.ts';
import { obeySigns } from './attack/obey-signs.ts';
import type { Sign } from './attack/sign.ts';
import { takeSigns } from './attack/take-signs.ts';
import { soundsLikeAttack } from './attack/taught-model.ts';
import { unmask } from './attack/unmask.ts';

export interface AttackSigns {
  readonly attack: boolean;
  /** 0 to 1. */
  readonly score: number;
  /** Names of what was found: for the log, which never has the text itself. */
  readonly signs: readonly string[];
}

/** From here on it is called an attack. */
const ENOUGH = 0.6;
/** What is not in the plain reading was disguised on purpose: that says something too. */
const DISGUISED = 0.15;
const HIDDEN = 0.35;
/** By its sound alone it is an attack from 0.83 on; two or three words, or a long document with its many sentences, never are. */
const SOUND = 0.72;
const SOUND_OF_LITTLE = 0.55;
const FEW_WORDS = 4;
const SOUND_IN_DOCUMENTS = 0.4;
/** What does not sound like one at all needs more than one turn of phrase. */
const HARMLESS = 0.06;
const DOUBT = 0.65;
/** A window of this many letters goes through a long document, each overlapping the one before. */
const WINDOW = 2_000;
const OVERLAP = 200;
const A_MESSAGE = 600;
/** A document's first pages; more is never read to a model in one piece. */
const READ_AT_MOST = 60_000;

/** Looked for in every reading of the text, in words without accents. */
const wordSigns = [...obeySigns, ...takeSigns];

const none: AttackSigns = { attack: false, score: 0, signs: [] };

/** The worst of its sentences, in the worst of its readings. */
function soundOf(text: string, readings: readonly string[]): number {
  const parts =
    text.length <= A_MESSAGE ? [text, ...text.split(/[\n\r]+|(?<=[.!?])\s+/)] : text.split(/[\n\r]+|(?<=[.!?])\s+/);
  const disguised = text.length <= A_MESSAGE ? readings.slice(1) : [];
  return [...parts, ...disguised]
    .filter((part) => part.trim().length >= 6)
    .reduce((worst, part) => Math.max(worst, soundsLikeAttack(part)), 0);
}

function look(text: string, inDocument: boolean): AttackSigns {
  const { readings, upsideDown, letters, folded, hidden } = unmask(text);
  const [plain = ''] = readings;
  const sound = soundOf(text, readings);
  const found = new Map<string, number>();
  const note = (name: string, weight: number) =>
    found.set(name, Math.max(found.get(name) ?? 0, Math.min(0.97, weight)));
  const take = ({ name, weight, pattern }: Sign, where: string, more = 0) => {
    if (pattern.test(where)) note(name, weight + more);
  };
  const trust = sound < HARMLESS ? DOUBT : 1;
  for (const sign of wordSigns)
    for (const reading of readings)
      take({ ...sign, weight: sign.weight * trust }, reading, reading === plain ? 0 : DISGUISED);
  for (const sign of wordSigns) for (const reading of upsideDown) take(sign, reading, DISGUISED);
  for (const sign of letterSigns) take({ ...sign, weight: sign.weight * trust }, letters);
  for (const sign of markSigns) take(sign, folded);
  if (hidden) note('hidden-letters', HIDDEN);
  const trusted = plain.split(' ').length < FEW_WORDS ? SOUND_OF_LITTLE : SOUND;
  note('sound', sound * (inDocument ? SOUND_IN_DOCUMENTS : trusted));
  const score = 1 - [...found.values()].reduce((left, weight) => left * (1 - weight), 1);
  const signs = [...found].filter(([, weight]) => weight >= 0.3).map(([name]) => name);
  return { attack: score >= ENOUGH, score, signs };
}

/**
 * Does somebody try to command the bot instead of talking to it? For anything that reaches a prompt: messages, names, captions,
 * documents, quoted text. Portuguese, English and Spanish, through the usual disguises.
 */
export function detectAttack(text: string): AttackSigns {
  const read = text.slice(0, READ_AT_MOST);
  let worst = none;
  for (let from = 0; from < read.length; from += WINDOW - OVERLAP) {
    const seen = look(read.slice(from, from + WINDOW), read.length > WINDOW);
    if (seen.score > worst.score) worst = seen;
    if (from + WINDOW >= read.length) break;
  }
  return worst;
}
