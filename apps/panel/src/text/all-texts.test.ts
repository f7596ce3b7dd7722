import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('..', import.meta.url));
type Words = Readonly<Record<string, string>>;

const files = (await readdir(src, { recursive: true })).filter((file) => file.endsWith('texts.pt.ts'));
const wordsOf = async (file: string, code: 'pt' | 'en' | 'es'): Promise<Words> => {
  const module = (await import(join(src, file.replace('texts.pt.ts', `texts.${code}.ts`)))) as Readonly<
    Record<string, Words>
  >;
  return module[code] ?? {};
};
const holesOf = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, hole = '']) => hole).sort((a, b) => a.localeCompare(b));

test('every feature says the same with the same values in the three languages, and nothing is left empty', async () => {
  expect(files.length).toBeGreaterThan(5);
  const wrong: string[] = [];
  for (const file of files) {
    const pt = await wordsOf(file, 'pt');
    for (const code of ['en', 'es'] as const) {
      const other = await wordsOf(file, code);
      for (const [key, text] of Object.entries(pt)) {
        const said = other[key] ?? '';
        // A singular may leave its number out: "um aviso novo".
        const same = key.endsWith('_one') || `${holesOf(said)}` === `${holesOf(text)}`;
        if (said.trim() === '' || !same) wrong.push(`${file} ${code} ${key}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
