/** Providers write a SHA-256 in base64 or in hex; anything else is no hash and is not compared. Returns it in hex. */
export function readSha256(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const tidy = text.trim();
  if (/^[0-9a-f]{64}$/i.test(tidy)) return tidy.toLowerCase();
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(tidy)) return undefined;
  const bytes = Buffer.from(tidy, 'base64');
  return bytes.length === 32 ? bytes.toString('hex') : undefined;
}
