import { readdirSync, readFileSync } from 'node:fs';
import type { IntentExample } from '@balcao/ai/local';

/** One sentence a line; a line that begins with # is a word among us. */
export const readLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

/** The sentences in the files `<intent>.txt` of a folder. */
export const readSentences = (folder: URL): IntentExample[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) =>
      readLines(readFileSync(new URL(name, folder), 'utf8')).map((text) => ({ text, intent: name.slice(0, -4) })),
    );

let kept: readonly IntentExample[] | undefined;

export function readStartingSet(): readonly IntentExample[] {
  kept ??= readSentences(new URL('./', import.meta.url));
  return kept;
}
