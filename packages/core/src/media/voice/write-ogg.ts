import type { OpusPackets } from './read-webm.ts';

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let value = n << 24;
  for (let bit = 0; bit < 8; bit++) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value >>> 0;
});

/** Ogg's own check sum (RFC 3533): not the reflected one of zip and PNG. */
function crcOf(page: Buffer): number {
  let crc = 0;
  for (const byte of page) crc = ((crc << 8) ^ (crcTable[((crc >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
  return crc;
}

const silk = [480, 960, 1920, 2880];
const hybrid = [480, 960];
const celt = [120, 240, 480, 960];

/** How many samples of 48 kHz a packet lasts: told by its first byte (RFC 6716, 3.1). */
export function samplesOf(packet: Buffer): number {
  const first = packet[0] ?? 0;
  const config = first >> 3;
  const sizes = config < 12 ? silk : config < 16 ? hybrid : celt;
  const frame = sizes[config & (sizes.length - 1)] ?? 0;
  const code = first & 3;
  return frame * (code === 0 ? 1 : code === 3 ? (packet[1] ?? 0) & 0x3f : 2);
}

const laces = (packet: Buffer): number => Math.floor(packet.length / 255) + 1;
const SERIAL = 0x62616c63;
const MOST_LACES = 255;
/** About a second. */
const PACKETS_OF_A_PAGE = 50;

function writePage(packets: readonly Buffer[], page: { flags: number; granule: number; sequence: number }): Buffer {
  const table = packets.flatMap((packet) => [...Array<number>(laces(packet) - 1).fill(255), packet.length % 255]);
  const head = Buffer.alloc(27 + table.length);
  head.write('OggS', 0, 'latin1');
  head.writeUInt8(page.flags, 5);
  head.writeBigUInt64LE(BigInt(page.granule), 6);
  head.writeUInt32LE(SERIAL, 14);
  head.writeUInt32LE(page.sequence, 18);
  head.writeUInt8(table.length, 26);
  head.set(table, 27);
  const bytes = Buffer.concat([head, ...packets]);
  bytes.writeUInt32LE(crcOf(bytes), 22);
  return bytes;
}

const vendor = Buffer.from('balcao');
const tags = Buffer.concat([Buffer.from('OpusTags'), Buffer.from([vendor.length, 0, 0, 0]), vendor, Buffer.alloc(4)]);

/** An Ogg file of the same packets (RFC 7845): what WhatsApp plays as a voice note. */
export function writeOgg({ head, packets }: OpusPackets): Buffer {
  const pages = [
    writePage([head], { flags: 2, granule: 0, sequence: 0 }),
    writePage([tags], { flags: 0, granule: 0, sequence: 1 }),
  ];
  let granule = 0;
  let held: Buffer[] = [];
  let heldLaces = 0;
  packets.forEach((packet, n) => {
    held.push(packet);
    heldLaces += laces(packet);
    granule += samplesOf(packet);
    const next = packets[n + 1];
    const full = held.length >= PACKETS_OF_A_PAGE || (next !== undefined && heldLaces + laces(next) > MOST_LACES);
    if (next !== undefined && !full) return;
    pages.push(writePage(held, { flags: next === undefined ? 4 : 0, granule, sequence: pages.length }));
    held = [];
    heldLaces = 0;
  });
  return Buffer.concat(pages);
}
