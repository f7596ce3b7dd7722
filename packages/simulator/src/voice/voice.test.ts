import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asVoiceNote } from './as-voice-note.ts';
import { samplesOf } from './write-ogg.ts';

const head = Buffer.concat([Buffer.from('OpusHead'), Buffer.from([1, 1, 0x38, 1, 0x80, 0xbb, 0, 0, 0, 0, 0])]);
const element = (id: number[], data: Buffer) =>
  Buffer.concat([
    Buffer.from(id),
    Buffer.from([0x10 | (data.length >> 24), data.length >> 16, data.length >> 8, data.length]),
    data,
  ]);
const endless = (id: number[], ...inside: Buffer[]) =>
  Buffer.concat([Buffer.from([...id, 0x01, 255, 255, 255, 255, 255, 255, 255]), ...inside]);

/** A recording as Chromium writes it: segment and cluster of unknown size, one simple block to a packet. */
function webmOf(packets: Buffer[]): Buffer {
  const track = element([0xae], Buffer.concat([element([0xd7], Buffer.from([1])), element([0x63, 0xa2], head)]));
  const blocks = packets.map((packet) => element([0xa3], Buffer.concat([Buffer.from([0x81, 0, 0, 0x80]), packet])));
  const header = element([0x1a, 0x45, 0xdf, 0xa3], Buffer.from('webm'));
  return Buffer.concat([
    header,
    endless(
      [0x18, 0x53, 0x80, 0x67],
      element([0x16, 0x54, 0xae, 0x6b], track),
      endless([0x1f, 0x43, 0xb6, 0x75], element([0xe7], Buffer.from([0])), ...blocks),
    ),
  ]);
}

/** Takes an Ogg file apart again. */
function readOgg(bytes: Buffer): { packets: Buffer[]; granule: number; flags: number[] } {
  const packets: Buffer[] = [];
  const flags: number[] = [];
  let [at, granule] = [0, 0];
  while (at < bytes.length) {
    expect(bytes.toString('latin1', at, at + 4)).toBe('OggS');
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
      const note = asVoiceNote({ bytes: webmOf(packets), mimeType: 'audio/webm;codecs=opus' });
      expect(note.mimeType).toBe('audio/ogg; codecs=opus');
      const read = readOgg(note.bytes);
      expect(read.packets[0]?.equals(head)).toBe(true);
      expect(read.packets.slice(2).map((one) => one.toString('hex'))).toEqual(
        packets.map((one) => one.toString('hex')),
      );
      expect(read.granule).toBe(packets.reduce((sum, one) => sum + samplesOf(one), 0));
      expect(read.flags.at(0)).toBe(2);
      expect(read.flags.at(-1)).toBe(4);
    }),
  );
});

test('a frame of 20 ms is 960 samples, and two frames twice that', () => {
  expect(samplesOf(Buffer.from([0b11111_0_00]))).toBe(960);
  expect(samplesOf(Buffer.from([0b11111_0_01]))).toBe(1920);
  expect(samplesOf(Buffer.from([0b00011_0_11, 3]))).toBe(2880 * 3);
});

test('anything else stays as it is, broken recordings too', () => {
  for (const file of [
    { bytes: Buffer.from('mp3'), mimeType: 'audio/mpeg' },
    { bytes: Buffer.from('not webm'), mimeType: 'audio/webm' },
    { bytes: Buffer.alloc(40), mimeType: 'audio/webm' },
    { bytes: webmOf([]), mimeType: 'audio/webm' },
  ]) {
    expect(asVoiceNote(file)).toBe(file);
  }
});
