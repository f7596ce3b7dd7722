import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { Fault } from '@balcao/kernel';

interface Entry {
  readonly method: number;
  readonly start: number;
  readonly packed: number;
}

export interface Zip {
  readonly names: readonly string[];
  /** The text of one file in it, in pieces; more than `atMost` bytes is a bomb, not a spreadsheet. */
  text(name: string, atMost: number): AsyncIterable<string>;
}

const unreadable = (why: string) => new Fault('unreadable_file', why);

/** A zip by its central directory. */
export function openZip(bytes: Buffer): Zip {
  const entries = readDirectory(bytes);
  return {
    names: [...entries.keys()],
    async *text(name, atMost) {
      const entry = entries.get(name);
      if (entry === undefined) return;
      const packed = bytes.subarray(entry.start, entry.start + entry.packed);
      if (entry.method !== 0 && entry.method !== 8) throw unreadable('a file in the zip is packed in an unknown way');
      const source = Readable.from(slices(packed));
      const plain = entry.method === 0 ? source : source.pipe(createInflateRaw());
      const decoder = new TextDecoder();
      let size = 0;
      try {
        for await (const chunk of plain) {
          size += (chunk as Buffer).length; // bytes come out of both
          if (size > atMost) throw new Fault('over_limit', 'the spreadsheet unpacks into too much');
          yield decoder.decode(chunk as Buffer, { stream: true });
        }
      } catch (error) {
        throw error instanceof Fault ? error : unreadable('a file in the zip is damaged');
      } finally {
        source.destroy();
        plain.destroy();
      }
    },
  };
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  try {
    const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    if (end < 0) throw unreadable('the zip has no directory');
    const entries = new Map<string, Entry>();
    let at = bytes.readUInt32LE(end + 16);
    for (let n = Math.min(bytes.readUInt16LE(end + 10), 10_000); n > 0; n--) {
      if (bytes.readUInt32LE(at) !== 0x02014b50) throw unreadable('the directory of the zip is damaged');
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
        number,
        number,
        number,
      ];
      const local = bytes.readUInt32LE(at + 42);
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
      entries.set(name, { method: bytes.readUInt16LE(at + 10), start, packed: bytes.readUInt32LE(at + 20) });
      at += 46 + nameLength + extra + comment;
    }
    return entries;
  } catch (error) {
    throw error instanceof Fault ? error : unreadable('the zip is cut off');
  }
}
