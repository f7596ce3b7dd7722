export const opusHead = Buffer.concat([
  Buffer.from('OpusHead'),
  Buffer.from([1, 1, 0x38, 1, 0x80, 0xbb, 0, 0, 0, 0, 0]),
]);

const element = (id: number[], data: Buffer) =>
  Buffer.concat([
    Buffer.from(id),
    Buffer.from([0x10 | (data.length >> 24), data.length >> 16, data.length >> 8, data.length]),
    data,
  ]);
const endless = (id: number[], ...inside: Buffer[]) =>
  Buffer.concat([Buffer.from([...id, 0x01, 255, 255, 255, 255, 255, 255, 255]), ...inside]);

/** A recording as Chromium writes it: segment and cluster of unknown size, one simple block to a packet. */
export function webmOf(packets: readonly Buffer[]): Buffer {
  const track = element([0xae], Buffer.concat([element([0xd7], Buffer.from([1])), element([0x63, 0xa2], opusHead)]));
  const blocks = packets.map((packet) => element([0xa3], Buffer.concat([Buffer.from([0x81, 0, 0, 0x80]), packet])));
  const header = element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], Buffer.from('webm')));
  return Buffer.concat([
    header,
    endless(
      [0x18, 0x53, 0x80, 0x67],
      element([0x16, 0x54, 0xae, 0x6b], track),
      endless([0x1f, 0x43, 0xb6, 0x75], element([0xe7], Buffer.from([0])), ...blocks),
    ),
  ]);
}
