import { expect, test } from 'vitest';
import { checkFile, isRedrawn, type Limits } from './check-file.ts';

const MB = 1024 * 1024;
const limits: Limits = [
  { kind: 'image', maxBytes: 5 * MB, mimes: ['image/jpeg', 'image/png'] },
  { kind: 'video', maxBytes: 16 * MB, mimes: ['video/mp4'] },
  { kind: 'audio', maxBytes: 16 * MB, mimes: ['audio/ogg'] },
  { kind: 'document', maxBytes: 100 * MB, mimes: ['application/pdf', 'text/plain'] },
  { kind: 'sticker', maxBytes: MB / 2, mimes: ['image/webp'] },
];
const file = (name: string, type: string, size = 10) => ({ name, type, size });

test.each([
  [file('a.jpg', 'image/jpeg'), 'image'],
  [file('a.mp4', 'video/mp4'), 'video'],
  [file('a.ogg', 'audio/ogg; codecs=opus'), 'audio'],
  [file('a.pdf', 'application/pdf'), 'document'],
  [file('dados.csv', 'text/csv'), 'document'],
  [file('nota.pdf', ''), 'document'],
])('%j goes as %s', (chosen, kind) => {
  expect(checkFile(chosen, limits)).toEqual({ ok: true, kind });
});

test('what is too large is told with the limit of its kind', () => {
  expect(checkFile(file('a.mp4', 'video/mp4', 17 * MB), limits)).toEqual({
    ok: false,
    why: 'size',
    kind: 'video',
    maxBytes: 16 * MB,
  });
});

test('what WhatsApp takes under no kind is refused before it is uploaded, and so is an empty file', () => {
  expect(checkFile(file('a.zip', 'application/zip'), limits)).toEqual({ ok: false, why: 'kind' });
  expect(checkFile(file('a.exe', 'application/octet-stream'), limits)).toEqual({ ok: false, why: 'kind' });
  expect(checkFile(file('a.jpg', 'image/jpeg', 0), limits)).toEqual({ ok: false, why: 'empty' });
});

test('pictures of other formats, or too large ones, are drawn anew; drawings that can carry code never', () => {
  expect(isRedrawn(file('a.webp', 'image/webp'), limits)).toBe(true);
  expect(isRedrawn(file('a.jpg', 'image/jpeg', 9 * MB), limits)).toBe(true);
  expect(isRedrawn(file('a.jpg', 'image/jpeg'), limits)).toBe(false);
  expect(isRedrawn(file('a.svg', 'image/svg+xml'), limits)).toBe(false);
});
