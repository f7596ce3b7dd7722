import { crc32, inflateRawSync } from 'node:zlib';
import mammoth from 'mammoth';
import { Unreadable } from '../problems.ts';
import { type Read, readHtml } from './read-html.ts';

const MOST_FILES = 2_000;
const MOST_UNPACKED = 80 * 1024 * 1024;
const MOST_OF_TEXT = 24 * 1024 * 1024;
/** Pictures, fonts and sounds are not unpacked at all. */
const wanted = /\.(?:xml|rels)$/i;

/** Word's files are zips. Ours is packed anew from what was unpacked under limits, so that nothing else unpacks a bomb. */
export async function readDocx(bytes: Buffer): Promise<Read> {
  const files = unpack(bytes);
  if (!files.has('word/document.xml')) throw new Unreadable(files.has('EncryptedPackage') ? 'locked' : 'wrong_kind');
  const { value } = await mammoth.convertToHtml(
    { buffer: pack(files) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), includeEmbeddedStyleMap: false },
  );
  return readHtml(value, { whole: true });
}

function unpack(bytes: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let room = MOST_UNPACKED;
  try {
    const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    if (end < 0) throw new Unreadable('damaged');
    const count = bytes.readUInt16LE(end + 10);
    if (count > MOST_FILES) throw new Unreadable('too_heavy');
    let at = bytes.readUInt32LE(end + 16);
    for (let n = 0; n < count; n++) {
      if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Unreadable('damaged');
      const nameLength = bytes.readUInt16LE(at + 28);
      const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
      if (wanted.test(name)) {
        const file = inflate(bytes, at, Math.min(room, MOST_OF_TEXT));
        room -= file.length;
        files.set(name, file);
      }
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
    return files;
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('damaged');
  }
}

function inflate(bytes: Buffer, entry: number, atMost: number): Buffer {
  const [flags, method] = [bytes.readUInt16LE(entry + 8), bytes.readUInt16LE(entry + 10)];
  if ((flags & 1) === 1) throw new Unreadable('locked');
  const local = bytes.readUInt32LE(entry + 42);
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(entry + 20));
  if (method === 0) {
    if (packed.length > atMost) throw new Unreadable('too_heavy');
    return packed;
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, atMost) });
  } catch (error) {
    const tooMuch = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new Unreadable(tooMuch ? 'too_heavy' : 'damaged');
  }
}

/** A zip with nothing packed in it. */
function pack(files: ReadonlyMap<string, Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, file] of files) {
    const called = Buffer.from(name);
    const crc = crc32(file);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt32LE(crc, 14);
    head.writeUInt32LE(file.length, 18);
    head.writeUInt32LE(file.length, 22);
    head.writeUInt16LE(called.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt32LE(crc, 16);
    entry.writeUInt32LE(file.length, 20);
    entry.writeUInt32LE(file.length, 24);
    entry.writeUInt16LE(called.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(head, called, file);
    directory.push(entry, called);
    at += head.length + called.length + file.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listed, end]);
}
