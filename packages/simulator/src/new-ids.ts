import { createHash } from 'node:crypto';
import type { World } from './world.ts';

/** An id in digits, as Meta's objects have. */
export function newObjectId(world: World): string {
  const digest = createHash('sha256').update(world.newId()).digest();
  return (1_000_000_000_000_000n + (digest.readBigUInt64BE() % 9_000_000_000_000_000n)).toString();
}

/** A message id as Meta makes them: a few framing bytes around the person's number and a token, in base64. */
export function newMessageId(world: World, person: string, inbound: boolean): string {
  const token = createHash('sha256')
    .update(world.newId())
    .digest('hex')
    .slice(0, inbound ? 20 : 18)
    .toUpperCase();
  const bytes = Buffer.concat([
    Buffer.from([0x1c, 0x18, person.length]),
    Buffer.from(person),
    Buffer.from([0x15, 0x02, 0x00, inbound ? 0x12 : 0x11, 0x18, token.length]),
    Buffer.from(token),
    Buffer.from([0x00]),
  ]);
  return `wamid.${bytes.toString('base64')}`;
}

export function newTraceId(world: World): string {
  return `A${createHash('sha256').update(world.newId()).digest('base64url').slice(0, 22)}`;
}
