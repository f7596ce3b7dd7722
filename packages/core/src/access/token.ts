import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits of the system's own, never of `ctx.random`: a replayed day must not repeat a secret. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token. No salt and no slow hash: there is nothing to guess in 256 bits. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
