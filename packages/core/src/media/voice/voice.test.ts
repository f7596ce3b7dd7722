import fc from 'fast-check';
import { expect, test } from 'vitest';
import { opusHead, webmOf } from '../testing/webm-of.ts';
import { readWebm } from './read-webm.ts';
import { samplesOf, writeOgg } from './write-ogg.ts';

/** Takes an Ogg file apart again. */
function readOgg(bytes: Buffer): { packets: Buffer[]; granule: number; flags: number[] } {
  const packets: Buffer[] = [];
  const flags: number[] = [];
  let [at, granule] = [0, 0];
  while (at < bytes.length && bytes.toString('latin1', at, at + 4) === 'OggS') {
    flags.push(bytes.readUInt8(at + 5));
    granule = Number(bytes.readBigUInt64LE(at + 6));
    const count = bytes.readUInt8(at + 26);
    let from = at + 27 + count;
    let length = 0;
    for (const lace of bytes.subarray(at + 27, at + 27 + count)) {
      length += lace;
      if (lace === 255) continue;
      packets.push(bytes.subarray(from, from + length));
      from += length;
      length = 0;
    }
    at = from;
  }
  return { packets, granule, flags };
}

test('every packet of a recording is in the voice note, in order, and its length is told', () => {
  const packet = fc.uint8Array({ minLength: 2, maxLength: 700 }).map((bytes) => Buffer.from(bytes));
  fc.assert(
    fc.property(fc.array(packet, { minLength: 1, maxLength: 120 }), (packets) => {
      const recorded = readWebm(webmOf(packets));
      const note = readOgg(writeOgg(recorded ?? { head: Buffer.alloc(0), packets: [] }));
      expect(note.packets[0]?.equals(opusHead)).toBe(true);
      expect(note.packets.slice(2).map((one) => one.toString('hex'))).toEqual(
        packets.map((one) => one.toString('hex')),
      );
      expect(note.granule).toBe(packets.reduce((sum, one) => sum + samplesOf(one), 0));
      expect([note.flags.at(0), note.flags.at(-1)]).toEqual([2, 4]);
    }),
  );
});

test('whatever is not such a recording is none, and a cut one is read as far as it goes', () => {
  for (const bytes of [Buffer.from('mp3'), Buffer.alloc(0), Buffer.alloc(40), webmOf([])])
    expect(readWebm(bytes)).toBeUndefined();
  const whole = webmOf([Buffer.from([1, 2, 3]), Buffer.from([4, 5, 6])]);
  expect(readWebm(whole.subarray(0, whole.length - 2))?.packets).toEqual([Buffer.from([1, 2, 3])]);
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void readWebm(Buffer.from(bytes))));
});
