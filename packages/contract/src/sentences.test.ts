import { expect, test } from 'vitest';
import { type ErrorCode, errorCodes } from './errors.ts';
import { chooseLanguage, errorSentence, errorSentences, languages } from './sentences.ts';

const codes = Object.keys(errorCodes) as ErrorCode[]; // its keys are the codes, by definition

test('every code has a sentence of its own in every language, and no other', () => {
  for (const language of languages) {
    expect(Object.keys(errorSentences[language]).sort()).toEqual([...codes].sort());
    const sentences = codes.map((code) => errorSentence(code, language));
    expect(new Set(sentences).size).toBe(codes.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.{10,120}\.$/u);
  }
});

test('a code without a sentence does not compile', () => {
  // @ts-expect-error: `conflict` and the others are missing
  const incomplete: (typeof errorSentences)['en'] = { invalid_input: 'x' };
  expect(incomplete).toBeDefined();
});

test.each([
  [undefined, 'pt-BR'],
  ['', 'pt-BR'],
  ['en-US,en;q=0.9', 'en'],
  ['es-AR', 'es'],
  ['pt-PT', 'pt-BR'],
  ['fr, es;q=0.3, en;q=0.8', 'en'],
  ['en;q=0, es', 'es'],
  ['*', 'pt-BR'],
  ['x'.repeat(1_000_000), 'pt-BR'],
])('an Accept-Language is answered in the language spoken best (case %#)', (header, language) => {
  expect(chooseLanguage(header)).toBe(language);
});
