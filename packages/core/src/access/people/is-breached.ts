import { createHash } from 'node:crypto';
import type { Ctx } from '@balcao/kernel';

const WITHIN_MS = 2_000;

/**
 * Is it among the stolen ones? Five digits of its SHA-1 are asked for and hundreds of hashes come back, so who is asked learns
 * nothing (k-anonymity, the API of Have I Been Pwned). When nobody answers it passes: a service that is down keeps no one out.
 */
export async function isBreached(ctx: Ctx, password: string): Promise<boolean> {
  const { breachCheckUrl } = ctx.config;
  if (breachCheckUrl === undefined) return false;
  const hash = createHash('sha1').update(password).digest('hex').toUpperCase();
  try {
    const { status, body } = await ctx.http.request({
      method: 'GET',
      url: `${breachCheckUrl}/range/${hash.slice(0, 5)}`,
      headers: { 'add-padding': 'true', 'user-agent': 'balcao' },
      timeoutMs: WITHIN_MS,
      trust: 'operator',
    });
    if (status !== 200) throw new Error(`the breach check answered ${status}`);
    return holds(body.toString('latin1'), hash.slice(5));
  } catch (error) {
    ctx.log.warn({ err: error }, 'a password was taken without the breach check: it could not be asked');
    return false;
  }
}

/** Lines of `SUFFIX:COUNT`; those that only pad the answer have the count 0. */
function holds(answer: string, suffix: string): boolean {
  return answer.split(/\r?\n/).some((line) => line.startsWith(`${suffix}:`) && !/:0*$/.test(line));
}
