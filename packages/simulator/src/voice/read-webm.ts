/** What a browser's recording holds: the head of its Opus stream, and its packets in order. */
export interface OpusPackets {
  head: Buffer;
  packets: Buffer[];
}

const ids = { segment: 0x18538067, cluster: 0x1f43b675, tracks: 0x1654ae6b, track: 0xae, group: 0xa0 } as const;
const masters = new Set<number>(Object.values(ids));
const codecPrivate = 0x63a2;
const simpleBlock = 0xa3;
const block = 0xa1;

/** A number of variable length: its first byte tells how long it is. `keep` leaves that mark in, as element ids do. */
function readVint(bytes: Buffer, at: number, keep: boolean): { value: number; length: number } {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (length > 8 || at + length > bytes.length) throw new Error('not a WebM file');
  let value = keep ? first : first & (0xff >> length);
  for (let i = 1; i < length; i++) value = value * 256 + (bytes[at + i] ?? 0);
  return { value, length };
}

/** Reads the Opus packets of a WebM recording. Containers are walked through, so their (often unknown) sizes do not matter. */
export function readWebm(bytes: Buffer): OpusPackets {
  let head: Buffer | undefined;
  const packets: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    const id = readVint(bytes, at, true);
    const size = readVint(bytes, at + id.length, false);
    at += id.length + size.length;
    if (masters.has(id.value)) continue;
    const data = bytes.subarray(at, at + size.value);
    at += size.value;
    if (id.value === codecPrivate) head = data;
    // Track number, two bytes of time, one of flags; then the packet. Voice recordings are not laced.
    if (id.value === simpleBlock || id.value === block)
      packets.push(data.subarray(readVint(data, 0, false).length + 3));
  }
  if (head?.toString('latin1', 0, 8) !== 'OpusHead' || packets.length === 0)
    throw new Error('no Opus in this WebM file');
  return { head, packets };
}
