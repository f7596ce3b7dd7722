import { createHmac, timingSafeEqual } from 'node:crypto';

/** A secret by its channel (or app): several may be valid at once, while one is being changed or many numbers share a door. */
export interface CandidateSecret {
  readonly id: string;
  readonly secret: string;
}

const shape = /^sha256=([0-9a-f]{64})$/i;

/** The id of the secret that signed these very bytes; undefined = refuse. No secret, no header, or a header of another shape: refuse. */
export function verifySignature(
  raw: Uint8Array,
  header: unknown,
  candidates: readonly CandidateSecret[],
): string | undefined {
  const given = typeof header === 'string' ? shape.exec(header)?.[1] : undefined;
  if (given === undefined) return undefined;
  const signature = Buffer.from(given, 'hex');
  for (const candidate of candidates) {
    if (candidate.secret === '') continue;
    const expected = createHmac('sha256', candidate.secret).update(raw).digest();
    if (timingSafeEqual(expected, signature)) return candidate.id;
  }
  return undefined;
}

/** As Meta signs: for the simulator's counterpart in tests. */
export const signBody = (raw: Uint8Array | string, secret: string): string =>
  `sha256=${createHmac('sha256', secret).update(raw).digest('hex')}`;
