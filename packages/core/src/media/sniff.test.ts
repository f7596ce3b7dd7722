import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { sniff } from './sniff.ts';
import { samples } from './testing/sample-files.ts';

const folder = await mkdtemp(join(tmpdir(), 'balcao-sniff-'));
afterAll(() => rm(folder, { recursive: true }));
async function sniffed(bytes: Buffer | string): Promise<string> {
  const path = join(folder, 'photo.jpg');
  await writeFile(path, bytes);
  return sniff(path);
}

test('files are what their bytes say', async () => {
  expect(await sniffed(samples.png)).toBe('image/png');
  expect(await sniffed(samples.jpeg)).toBe('image/jpeg');
  expect(await sniffed(samples.gif)).toBe('image/gif');
  expect(await sniffed(samples.pdf)).toBe('application/pdf');
  expect(await sniffed(samples.ogg)).toBe('audio/ogg');
  expect(await sniffed(samples.mp4)).toBe('video/mp4');
  expect(await sniffed(samples.exe)).toBe('application/x-msdownload');
  expect(await sniffed('Olá, segue a lista:\n- pão\n')).toBe('text/plain');
  expect(await sniffed(Buffer.from([1, 2, 3, 0, 200]))).toBe('application/octet-stream');
  expect(await sniffed('')).toBe('application/octet-stream');
});

test.each([
  ['a page', samples.html],
  ['a page after blanks and a byte order mark', Buffer.from('\uFEFF \n\t<HTML><body onload=alert(1)>')],
  ['a page that begins with a comment', Buffer.from('<!-- hello --><script>1</script>')],
  ['a page in UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<html><script>', 'utf16le')])],
  ['a drawing that runs', samples.svg],
  ['a drawing without its first line', Buffer.from('<svg onload=alert(1)>')],
  ['XML', Buffer.from('<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><a/>')],
])('%s is never taken for a picture or a plain text', async (_name, bytes) => {
  expect(await sniffed(bytes)).toMatch(/^(text\/html|image\/svg\+xml|text\/xml)$/);
});

test('a document that would unpack to a gigabyte is looked at in a moment', async () => {
  const since = performance.now();
  const mime = await sniffed(zipBomb());
  expect(performance.now() - since).toBeLessThan(2_000);
  expect(process.memoryUsage().rss).toBeLessThan(700 * 1024 * 1024);
  expect(mime).toMatch(/^application\//);
});

/** An Office document whose list of contents is a gigabyte of nothing. */
function zipBomb(): Buffer {
  const name = Buffer.from('[Content_Types].xml');
  const packed = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(0x40000000, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name, packed, Buffer.from('504b0506', 'hex'), Buffer.alloc(18)]);
}
