import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { Fault } from '@balcao/kernel';

/** The keys that a browser gave with its subscription, base64url. */
export interface BrowserKeys {
  readonly p256dh: string;
  readonly auth: string;
}

/** One record holds all: push services take 4096 bytes. */
const RECORD_BYTES = 4096;
const LONGEST = RECORD_BYTES - 86 - 17;

/** RFC 8291: an ephemeral pair and the browser's keys make the key; RFC 8188 (aes128gcm) is the shape of the body. */
export function encryptForBrowser(text: string, keys: BrowserKeys): Buffer {
  const theirs = Buffer.from(keys.p256dh, 'base64url');
  const auth = Buffer.from(keys.auth, 'base64url');
  if (theirs.length !== 65 || theirs[0] !== 4 || auth.length !== 16)
    throw new Fault('invalid_input', 'these are not the keys of a push subscription');
  const plain = Buffer.from(text);
  if (plain.length > LONGEST) throw new Fault('over_limit', 'a notification is longer than push services take');
  const pair = createECDH('prime256v1');
  const ours = pair.generateKeys();
  const shared = pair.computeSecret(theirs);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours]);
  const ikm = Buffer.from(hkdfSync('sha256', shared, auth, info, 32));
  const salt = randomBytes(16);
  const key = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: nonce\0', 12));
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  // 2 says: the last record.
  const sealed = Buffer.concat([
    cipher.update(plain),
    cipher.update(Buffer.from([2])),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(RECORD_BYTES);
  return Buffer.concat([salt, size, Buffer.from([ours.length]), ours, sealed]);
}

/** Keys that no browser could have made are refused when they are given, not when something is to be sent. */
export function checkBrowserKeys(keys: BrowserKeys): void {
  try {
    encryptForBrowser('', keys);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('invalid_input', 'the key p256dh is no point of the curve P-256');
  }
}
