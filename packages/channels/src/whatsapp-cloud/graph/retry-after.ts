const longest = 60 * 60 * 1000;

/** Seconds or a date; undefined when it is neither. Never more than an hour: a wrong clock must not silence a number. */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  if (header === undefined || header === '') return undefined;
  const ms = /^\d{1,9}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.min(longest, Math.max(0, ms));
}
