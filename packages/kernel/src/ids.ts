import { randomFillSync } from 'node:crypto';
import type { Clock } from './clock.ts';

export interface Ids {
  /** A UUIDv7: ordered by time, and strictly growing within this process. */
  uuid(): string;
  /** A UUIDv7 whose time part is `at`: for rows that happened in the past (imported history). */
  uuidAt(at: Date): string;
}

const hex = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, '0'));
const pool = new Uint8Array(4096);
let used = pool.length;

function randomByte(): number {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return pool[used++] as number; // used < pool.length by the lines above
}

function format(ms: number, sequence: number): string {
  const time = ms.toString(16).padStart(12, '0');
  const high = (0x7000 | (sequence >>> 14)).toString(16);
  const low = (0x8000 | (sequence & 0x3fff)).toString(16);
  let tail = '';
  for (let i = 0; i < 6; i++) tail += hex[randomByte()];
  return `${time.slice(0, 8)}-${time.slice(8)}-${high}-${low}-${tail}`;
}

/** 26 bits of counter after the millisecond, seeded low, so that ids of one process sort as they were made. */
export function createIds(clock: Clock): Ids {
  let last = 0;
  let sequence = 0;
  const seed = () => (randomByte() << 8) | randomByte();
  return {
    uuid() {
      const now = clock.now().getTime();
      if (now > last) {
        last = now;
        sequence = seed();
      } else if (++sequence >= 1 << 26) {
        last += 1;
        sequence = seed();
      }
      return format(last, sequence);
    },
    uuidAt: (at) => format(Math.max(0, at.getTime()), (seed() << 10) | randomByte()),
  };
}

/** The smallest UUIDv7 of an instant: the lower bound of a month's partition, or of a time range in a query. */
export function uuidFloor(at: Date): string {
  const time = Math.max(0, at.getTime()).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

/** When a UUIDv7 was made. */
export const uuidTime = (id: string): Date => new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isUuid = (text: unknown): text is string => typeof text === 'string' && uuidShape.test(text);
