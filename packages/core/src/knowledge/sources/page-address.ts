const LONGEST = 2_000;

/** One spelling of a page's address; undefined for what is none. */
export function normaliseUrl(typed: string): string | undefined {
  const text = typed.trim();
  const whole = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole) || whole.length > LONGEST) return undefined;
  const url = new URL(whole);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  // A password in an address is a mistake, and would be kept and shown.
  if (url.username !== '' || url.password !== '' || !url.hostname.includes('.')) return undefined;
  url.hash = '';
  for (const name of [...url.searchParams.keys()])
    if (/^(?:utm_\w+|fbclid|gclid)$/i.test(name)) url.searchParams.delete(name);
  return url.href;
}
