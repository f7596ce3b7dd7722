import type { KeyRing } from '@balcao/kernel';

const aad = (personId: string): string => `persons.totp_secret:${personId}`;

export const sealTotp = (keys: KeyRing, personId: string, secret: Buffer): string =>
  keys.seal(secret.toString('base64'), aad(personId));

export const openTotp = (keys: KeyRing, personId: string, sealed: string): Buffer =>
  Buffer.from(keys.open(sealed, aad(personId)), 'base64');
