import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanFileName } from './file-name.ts';

test.each([
  ['nota fiscal.pdf', 'nota fiscal.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\x\\boleto.pdf', 'boleto.pdf'],
  ['foto\u202Egpj.exe', 'fotogpj.exe'],
  ['a\u0000b\r\nSet-Cookie: x.txt', 'abSet-Cookie_ x.txt'],
  ['  .htaccess. ', 'htaccess'],
  ['con.txt', '_con.txt'],
  ['relato\u0301rio.docx', 'relatório.docx'],
  ['"><script>.png', '___script_.png'],
  ['meia\uD83D.png', 'meia_.png'],
  ['🧾 recibo.pdf', '🧾 recibo.pdf'],
])('%j is kept as %j', (name, kept) => {
  expect(cleanFileName(name)).toBe(kept);
});

test('nothing is left of a name that is only noise', () => {
  for (const name of ['', '...', '/', '\u200B\u200F', ' . ']) expect(cleanFileName(name)).toBeUndefined();
  expect(cleanFileName(undefined)).toBeUndefined();
});

test('a long name keeps its extension', () => {
  const long = cleanFileName(`${'ç'.repeat(400)}.pdf`) ?? '';
  expect(Buffer.byteLength(long)).toBeLessThanOrEqual(200);
  expect(long).toMatch(/^ç+\.pdf$/);
});

test('whatever comes, a name is short, has no path, no control character, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const clean = cleanFileName(name);
      if (clean === undefined) return;
      expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(200);
      expect(clean).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(clean.startsWith('.')).toBe(false);
      expect(clean.isWellFormed()).toBe(true);
      expect(cleanFileName(clean)).toBe(clean);
    }),
  );
});
