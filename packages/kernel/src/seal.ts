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

export function createKeyRing(keys: readonly SecretKey[]): KeyRing {
  const ring = new Map(keys.map(({ id, key }) => [id, Buffer.from(key.reveal(), 'base64')]));
  const currentKeyId = keys[0]?.id;
  const currentKey = currentKeyId === undefined ? undefined : ring.get(currentKeyId);
  if (currentKeyId === undefined || currentKey === undefined)
    throw new Fault('internal', 'A key ring needs at least one key.');
  for (const key of ring.values())
    if (key.length !== 32) throw new Fault('internal', 'A key of the ring is not 32 bytes long.');
  return {
    currentKeyId,
    seal(text, aad) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', currentKey, nonce).setAAD(Buffer.from(aad));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [currentKeyId, encode(nonce), encode(cipher.getAuthTag()), encode(sealed)].join('.');
    },
    open(sealed, aad) {
      const [id = '', nonce = '', tag = '', text = '', ...rest] = sealed.split('.');
      const key = ring.get(id);
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
    needsReseal: (sealed) => !sealed.startsWith(`${currentKeyId}.`),
    derive(purpose, keyId = currentKeyId) {
      const key = ring.get(keyId);
      return key && Buffer.from(hkdfSync('sha256', key, '', purpose, 32));
    },
  };
}

const encode = (bytes: Buffer) => bytes.toString('base64url');
const decode = (text: string) => Buffer.from(text, 'base64url');
