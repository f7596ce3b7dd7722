import { HttpError } from '@balcao/kernel';
import { APICallError } from 'ai';
import { ModelError, type ModelFailure } from '../../port/index.ts';

const HOUR_MS = 3_600_000;

/** What went wrong, in our words. The vendor's own text is looked at and dropped: it may quote the prompt or the key. */
export function classifyFailure(error: unknown, signal?: AbortSignal): ModelError {
  if (error instanceof ModelError) return error;
  const http = find(error, (one): one is HttpError => one instanceof HttpError);
  if (http !== undefined) return ofTheWay(http, signal);
  const call = find(error, (one): one is APICallError => APICallError.isInstance(one));
  if (call !== undefined) return ofTheAnswer(call);
  if (signal?.aborted || isNamed(error, 'AbortError')) return new ModelError('aborted', 'nobody waits for it any more');
  // What the SDK could not read: no choices, other types, no JSON.
  return new ModelError('garbage', `the answer could not be read (${nameOf(error)})`);
}

function ofTheWay(error: HttpError, signal: AbortSignal | undefined): ModelError {
  if (error.reason === 'aborted')
    return signal?.aborted === false
      ? new ModelError('timeout', 'given up')
      : new ModelError('aborted', 'nobody waits for it any more');
  if (error.reason === 'timeout') return new ModelError('timeout', 'no answer in time');
  if (error.reason === 'too_large') return new ModelError('garbage', 'the answer is too large');
  if (error.reason === 'forbidden_address' || error.reason === 'bad_url')
    return new ModelError('bad_request', `the address may not be called (${error.reason})`);
  return new ModelError('unreachable', `it cannot be reached (${error.reason})`);
}

function ofTheAnswer(error: APICallError): ModelError {
  const status = error.statusCode;
  if (status === undefined) return new ModelError('unreachable', 'it cannot be reached');
  const facts = { status, retryAfterMs: retryAfterOf(error) };
  if (status < 400) return new ModelError('garbage', 'the answer could not be read', facts);
  return new ModelError(failureOf(status, error.responseBody ?? ''), `it answered ${status}`, facts);
}

function failureOf(status: number, body: string): ModelFailure {
  // Google answers a wrong key with 400, OpenAI an empty purse with 429.
  if (status === 401 || status === 403 || /API_KEY_INVALID|api key not valid/i.test(body)) return 'auth';
  if (status === 402) return 'quota';
  if (status === 429) return isQuota(body) ? 'quota' : 'rate_limited';
  if (status === 408) return 'timeout';
  if (/content_filter|content_policy|safety/i.test(body) && status === 400) return 'refused';
  return status >= 500 ? 'server' : 'bad_request';
}

/** Used up for the day or for good: asking again in a minute changes nothing. */
const isQuota = (body: string): boolean =>
  /insufficient_quota|billing|credit balance|PerDay/i.test(body) && !/PerMinute/i.test(body);

function retryAfterOf({ responseHeaders, responseBody }: APICallError): number | undefined {
  const header = responseHeaders?.['retry-after'];
  if (header !== undefined && /^\d+(\.\d+)?$/.test(header)) return Math.min(HOUR_MS, Math.ceil(Number(header) * 1000));
  // Google says it in the body: {"@type": "…RetryInfo", "retryDelay": "17s"}.
  const delay = /"retryDelay"\s*:\s*"(\d+(?:\.\d+)?)s"/.exec(responseBody ?? '')?.[1];
  return delay === undefined ? undefined : Math.min(HOUR_MS, Math.ceil(Number(delay) * 1000));
}

function find<T>(error: unknown, is: (one: unknown) => one is T): T | undefined {
  let here = error;
  for (let depth = 0; depth < 8 && here !== undefined && here !== null; depth++) {
    if (is(here)) return here;
    here = (here as { cause?: unknown; lastError?: unknown }).cause ?? (here as { lastError?: unknown }).lastError; // anything can be thrown
  }
  return undefined;
}

const isNamed = (error: unknown, name: string) => error instanceof Error && error.name === name;
const nameOf = (error: unknown) => (error instanceof Error ? error.name : typeof error);
