/** What a browser's recording holds: the head of its Opus stream, and its packets in order. */
export interface OpusPackets {
  readonly head: Buffer;
  readonly packets: readonly Buffer[];
}

const ids = { segment: 0x18538067, cluster: 0x1f43b675, tracks: 0x1654ae6b, track: 0xae, group: 0xa0 } as const;
const masters = new Set<number>(Object.values(ids));
const CODEC_PRIVATE = 0x63a2;
const SIMPLE_BLOCK = 0xa3;
const BLOCK = 0xa1;
const LACING = 0x06;

/** A number of variable length (RFC 8794): its first byte tells how long it is. `keep` leaves that mark in, as element ids do. */
function readVint(bytes: Buffer, at: number, keep: boolean): { value: number; length: number } | undefined {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (length > 8 || at + length > bytes.length) return undefined;
  let value = keep ? first : first & (0xff >> length);
  for (let i = 1; i < length; i++) value = value * 256 + (bytes[at + i] ?? 0);
  return { value, length };
}

/** Track number, two bytes of time, one of flags; then the packet. Recordings of a voice are not laced. */
function packetOf(block: Buffer): Buffer | undefined {
  const track = readVint(block, 0, false);
  if (track === undefined) return undefined;
  const flags = block[track.length + 2] ?? 0;
  const packet = block.subarray(track.length + 3);
  return (flags & LACING) !== 0 || packet.length === 0 ? undefined : packet;
}

/**
 * The Opus packets of a WebM recording; undefined when it holds anything else. Containers are walked through, so their (often
 * unknown) sizes do not matter; a recording that was cut off is read as far as it goes.
 */
export function readWebm(bytes: Buffer): OpusPackets | undefined {
  let head: Buffer | undefined;
  const packets: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    const id = readVint(bytes, at, true);
    const size = id && readVint(bytes, at + id.length, false);
    if (id === undefined || size === undefined) break;
    at += id.length + size.length;
    if (masters.has(id.value)) continue;
    if (at + size.value > bytes.length) break;
    const data = bytes.subarray(at, at + size.value);
    at += size.value;
    if (id.value === CODEC_PRIVATE) head = data;
    if (id.value !== SIMPLE_BLOCK && id.value !== BLOCK) continue;
    const packet = packetOf(data);
    if (packet === undefined) return undefined;
    packets.push(packet);
  }
  return head?.toString('latin1', 0, 8) === 'OpusHead' && packets.length > 0 ? { head, packets } : undefined;
}
