import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { SecretKey } from './config/index.ts';
import { Fault } from './errors.ts';

/** Seals what the database keeps: AES-256-GCM, `keyId.nonce.tag.text` in base64url. `aad` is the workspace and column, so that a sealed value cannot be moved elsewhere. */
export interface KeyRing {
  readonly currentKeyId: string;
  seal(text: string, aad: string): string;
  open(sealed: string, aad: string): string;
  /** True when an older key than the current one sealed it. */
  needsReseal(sealed: string): boolean;
  /** A 32-byte key for one purpose (signed links), made from the current key or the one named; undefined when the ring has it no more. */
  derive(purpose: string, keyId?: string): Buffer | undefined;
}

/** A key unknown here may have been added to the file meanwhile; made-up key ids must not have it read all the time. */
const REREAD_EVERY_MS = 1_000;

/** `reread`: where the keys stand now, for a ring that may grow while the program runs (`keys rotate`). */
export function createKeyRing(keys: readonly SecretKey[], reread?: () => readonly SecretKey[]): KeyRing {
  let ring = ringOf(keys);
  let readAt = Number.NEGATIVE_INFINITY;
  const keyOf = (id: string): Buffer | undefined => {
    const known = ring.byId.get(id);
    if (known !== undefined || reread === undefined || performance.now() - readAt < REREAD_EVERY_MS) return known;
    readAt = performance.now();
    ring = ringOf(reread());
    return ring.byId.get(id);
  };
  return {
    get currentKeyId() {
      return ring.currentKeyId;
    },
    seal(text, aad) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', ring.currentKey, nonce).setAAD(Buffer.from(aad));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [ring.currentKeyId, encode(nonce), encode(cipher.getAuthTag()), encode(sealed)].join('.');
    },
    open(sealed, aad) {
      const [id = '', nonce = '', tag = '', text = '', ...rest] = sealed.split('.');
      const key = keyOf(id);
      if (key === undefined || rest.length > 0)
        throw new Fault('internal', 'Sealed with a key that is not in the ring, or not sealed at all.');
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, decode(nonce), { authTagLength: 16 });
        decipher.setAAD(Buffer.from(aad)).setAuthTag(decode(tag));
        return decipher.update(decode(text), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        // The cause is dropped on purpose: it says nothing and could carry the text.
        throw new Fault('internal', 'A sealed value could not be opened: wrong key, wrong place, or altered.');
      }
    },
    needsReseal: (sealed) => !sealed.startsWith(`${ring.currentKeyId}.`),
    derive(purpose, keyId = ring.currentKeyId) {
      const key = keyOf(keyId);
      return key && Buffer.from(hkdfSync('sha256', key, '', purpose, 32));
    },
  };
}

function ringOf(keys: readonly SecretKey[]) {
  const byId = new Map(keys.map(({ id, key }) => [id, Buffer.from(key.reveal(), 'base64')]));
  const currentKeyId = keys[0]?.id;
  const currentKey = currentKeyId === undefined ? undefined : byId.get(currentKeyId);
  if (currentKeyId === undefined || currentKey === undefined)
    throw new Fault('internal', 'A key ring needs at least one key.');
  for (const key of byId.values())
    if (key.length !== 32) throw new Fault('internal', 'A key of the ring is not 32 bytes long.');
  return { byId, currentKeyId, currentKey };
}

const encode = (bytes: Buffer) => bytes.toString('base64url');
const decode = (text: string) => Buffer.from(text, 'base64url');
