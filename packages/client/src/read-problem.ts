import { ApiProblem } from './api-problem.ts';
import type { ErrorCode, Problem } from './contract.ts';

/** By the status alone, when what came back is no problem of ours: a proxy's page, an answer cut short. */
function codeOfStatus(status: number): ErrorCode {
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not_found';
  if (status === 409) return 'conflict';
  if (status === 413) return 'too_large';
  if (status === 429) return 'too_many_requests';
  if (status === 502 || status === 503 || status === 504) return 'unavailable';
  return status < 500 ? 'invalid_input' : 'internal';
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'title' in body && 'status' in body;

const secondsOf = (header: string | null): number | undefined =>
  header !== null && /^\d{1,6}$/.test(header) ? Number(header) : undefined;

/** problem+json → ApiProblem; anything else by its status. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const retryAfter = secondsOf(response.headers.get('retry-after'));
  const body: unknown = await response.json().catch(() => undefined);
  if (isProblem(body)) return new ApiProblem(body.code, response.status, body.title, body, { retryAfter });
  return new ApiProblem(codeOfStatus(response.status), response.status, `HTTP ${response.status}`, undefined, {
    retryAfter,
  });
}
