import { foldText } from './fold-text.ts';

export interface Mark {
  readonly from: number;
  readonly to: number;
}

export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A word that was typed; the last one may be the beginning of a longer one. */
export interface TypedWord {
  readonly word: string;
  readonly begins: boolean;
}

const LONGEST = 20_000;
const MOST_MARKS = 20;
const isLetter = (text: string | undefined): boolean => text !== undefined && /[\p{L}\p{N}]/u.test(text);

/** The folded spelling, and from where in the text each of its places is. */
function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = foldText(character);
    for (let n = 0; n < plain.length; n++) places.push(at);
    folded += plain;
    at += character.length;
  }
  places.push(at);
  return { folded, places };
}

/** Where these words stand in the text: as whole words, as beginnings of words, or (`anywhere`) inside of them too. */
export function markText(full: string, words: readonly TypedWord[], anywhere = false): Mark[] {
  const { folded, places } = foldWithPlaces(full.slice(0, LONGEST));
  const marks: Mark[] = [];
  for (const { word, begins } of words) {
    if (word === '') continue;
    for (let at = folded.indexOf(word); at >= 0 && marks.length < MOST_MARKS; at = folded.indexOf(word, at + 1)) {
      const end = at + word.length;
      if (!anywhere && (isLetter(folded[at - 1]) || (!begins && isLetter(folded[end])))) continue;
      marks.push({ from: places[at] ?? 0, to: places[end] ?? full.length });
    }
  }
  return withoutOverlaps(marks);
}

function withoutOverlaps(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks.toSorted((a, b) => a.from - b.from || b.to - a.to))
    if (mark.from >= (kept.at(-1)?.to ?? 0)) kept.push(mark);
  return kept;
}

const BEFORE = 40;
const SHOWN = 160;

/** The part of a text around its first mark. */
export function snippetOf(full: string, words: readonly TypedWord[]): MarkedText {
  const marks = markText(full, words);
  const first = marks[0]?.from ?? 0;
  const start = first <= BEFORE ? 0 : wordStart(full, first - BEFORE, first);
  const end = whole(full, Math.min(full.length, start + SHOWN));
  const lead = start > 0 ? '…' : '';
  const shift = lead.length - start;
  return {
    text: `${lead}${full.slice(start, end)}${end < full.length ? '…' : ''}`,
    marks: marks.filter((mark) => mark.to <= end).map(({ from, to }) => ({ from: from + shift, to: to + shift })),
  };
}

function wordStart(text: string, from: number, before: number): number {
  const space = text.slice(from, before).search(/\s/);
  return space >= 0 ? from + space + 1 : whole(text, from);
}

/** Never between the two halves of an emoji. */
const whole = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at);
