import type { ChannelCredentials } from '../../port/index.ts';

/** Meta quotes tokens in its errors ("Malformed access token EAAG…"): neither ours nor anything of that shape gets further. */
export function redact(text: string, credentials: Pick<ChannelCredentials, 'accessToken'>): string {
  const own = credentials.accessToken;
  const without = own === '' ? text : text.replaceAll(own, '[token]');
  return without.replace(/\bEAA[A-Za-z0-9_-]{8,}/g, '[token]');
}
