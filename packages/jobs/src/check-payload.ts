import type { Job } from './define-job.ts';

/** The reason names fields and what is wrong with them, never their values. */
export function checkPayload<P>(job: Job<P>, payload: unknown): { readonly payload: P } | { readonly reason: string } {
  const parsed = job.schema.safeParse(payload);
  if (parsed.success) return { payload: parsed.data };
  const faults = parsed.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.map(String).join('.') || 'payload'}: ${message}`);
  return { reason: `the payload does not have the shape of this job (${faults.join('; ')})` };
}
