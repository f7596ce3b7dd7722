import { createHash } from 'node:crypto';

/** `bk_` and 256 random bits in base64url. The first eight characters after the mark are shown in lists and find the row. */
const shape = /^bk_[A-Za-z0-9_-]{43}$/;
const PREFIX_LENGTH = 'bk_'.length + 8;

export const isApiKeyText = (text: string): boolean => shape.test(text);
export const prefixOf = (key: string): string => key.slice(0, PREFIX_LENGTH);

/** No salt and no slow hash: there is nothing to guess in 256 random bits. */
export const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();
