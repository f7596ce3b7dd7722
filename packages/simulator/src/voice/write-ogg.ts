import type { OpusPackets } from './read-webm.ts';

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let value = n << 24;
  for (let bit = 0; bit < 8; bit++) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value >>> 0;
});

/** Ogg's own check sum: not the reflected one of zip and PNG. */
function crcOf(page: Buffer): number {
  let crc = 0;
  for (const byte of page) crc = ((crc << 8) ^ (crcTable[((crc >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
  return crc;
}

/** How many samples of 48 kHz a packet lasts: told by its first byte (RFC 6716, 3.1). */
export function samplesOf(packet: Buffer): number {
  const first = packet[0] ?? 0;
  const config = first >> 3;
  const frame =
    config < 12
      ? ([480, 960, 1920, 2880][config & 3] ?? 0)
      : config < 16
        ? ([480, 960][config & 1] ?? 0)
        : ([120, 240, 480, 960][config & 3] ?? 0);
  const code = first & 3;
  return frame * (code === 0 ? 1 : code === 3 ? (packet[1] ?? 0) & 0x3f : 2);
}

const laces = (packet: Buffer): number => Math.floor(packet.length / 255) + 1;

function writePage(packets: Buffer[], page: { flags: number; granule: number; sequence: number }): Buffer {
  const table = packets.flatMap((packet) => [...Array<number>(laces(packet) - 1).fill(255), packet.length % 255]);
  const head = Buffer.alloc(27 + table.length);
  head.write('OggS', 0, 'latin1');
  head.writeUInt8(page.flags, 5);
  head.writeBigUInt64LE(BigInt(page.granule), 6);
  head.writeUInt32LE(0x62616c63, 14);
  head.writeUInt32LE(page.sequence, 18);
  head.writeUInt8(table.length, 26);
  head.set(table, 27);
  const bytes = Buffer.concat([head, ...packets]);
  bytes.writeUInt32LE(crcOf(bytes), 22);
  return bytes;
}

const tags = Buffer.concat([
  Buffer.from('OpusTags'),
  Buffer.from([9, 0, 0, 0]),
  Buffer.from('simulator'),
  Buffer.alloc(4),
]);

/** An Ogg file of the same packets: what WhatsApp's own voice notes are. About a second to a page. */
export function writeOgg({ head, packets }: OpusPackets): Buffer {
  const pages = [
    writePage([head], { flags: 2, granule: 0, sequence: 0 }),
    writePage([tags], { flags: 0, granule: 0, sequence: 1 }),
  ];
  let granule = 0;
  let held: Buffer[] = [];
  for (const [n, packet] of packets.entries()) {
    held.push(packet);
    granule += samplesOf(packet);
    const last = n === packets.length - 1;
    const next = packets[n + 1];
    const full =
      held.length >= 50 || (next !== undefined && held.reduce((sum, one) => sum + laces(one), laces(next)) > 255);
    if (!last && !full) continue;
    pages.push(writePage(held, { flags: last ? 4 : 0, granule, sequence: pages.length }));
    held = [];
  }
  return Buffer.concat(pages);
}
