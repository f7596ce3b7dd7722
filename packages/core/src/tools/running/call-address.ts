import type { KeptTool } from '@balcao/contract';
import { type Ctx, type HttpAnswer, HttpError, type HttpRequest } from '@balcao/kernel';
import type { Headers } from '../keeping/tool-headers.ts';
import type { ToolFailed, ToolOutcome } from '../types.ts';
import { belongsTo } from './belongs-to.ts';
import { type Blanks, fillBody, fillText, fillUrl, Unfillable } from './fill.ts';
import { pick } from './pick.ts';

type Call = Extract<KeptTool, { kind: 'http' | 'order_status' }>['settings'];

export interface PreparedCall {
  readonly method: Call['method'];
  readonly url: string;
  readonly body: unknown;
}

/** What an answer may weigh, and what of it a model is given. */
const MAX_BYTES = 256 * 1024;
const MAX_TEXT = 4_000;

export const failed = (problem: ToolFailed['problem'], detail: string): ToolFailed => ({ ok: false, problem, detail });

/** The request without its headers; or why it cannot be made for this customer. */
export function prepareCall(call: Call, blanks: Blanks): PreparedCall | ToolFailed {
  try {
    const body = call.body === null ? null : fillBody(call.body, blanks);
    return { method: call.method, url: fillUrl(call.url, blanks), body };
  } catch (error) {
    if (error instanceof Unfillable) return failed('bad_arguments', error.message);
    throw error;
  }
}

export interface CallParts {
  readonly headers: Headers;
  /** Tells their system that this is the same wish as before. */
  readonly once: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** Asks the company's own system. Only public addresses, or private ones that the operator named; an answer is JSON, and of this customer. */
export async function callAddress(ctx: Ctx, call: Call, blanks: Blanks, parts: CallParts): Promise<ToolOutcome> {
  const prepared = prepareCall(call, blanks);
  if ('ok' in prepared) return prepared;
  const answer = await ask(ctx, prepared, call, parts);
  if ('ok' in answer) return answer;
  return read(call, answer, blanks);
}

async function ask(ctx: Ctx, prepared: PreparedCall, call: Call, parts: CallParts): Promise<HttpAnswer | ToolFailed> {
  const request: HttpRequest = {
    method: prepared.method,
    url: prepared.url,
    headers: {
      accept: 'application/json',
      ...(prepared.body === null ? {} : { 'content-type': 'application/json' }),
      'idempotency-key': parts.once,
      ...parts.headers,
    },
    ...(prepared.body === null ? {} : { body: JSON.stringify(prepared.body) }),
    timeoutMs: Math.min(call.timeoutMs, parts.timeoutMs),
    maxBytes: MAX_BYTES,
    ...(parts.signal ? { signal: parts.signal } : {}),
    trust: 'public',
  };
  try {
    return await ctx.http.request(request);
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    if (error.reason === 'timeout' || error.reason === 'aborted') return failed('timeout', 'it did not answer in time');
    if (error.reason === 'too_large') return failed('bad_answer', 'its answer is too large');
    return failed('unreachable', `it cannot be reached (${error.reason})`);
  }
}

function read(call: Call, { status, body }: HttpAnswer, blanks: Blanks): ToolOutcome {
  if (status === 404) return failed('not_found', 'it answered 404');
  if (status < 200 || status >= 300) return failed('failed', `it answered ${status}`);
  const value = body.length === 0 ? {} : parse(body);
  if (value === undefined) return failed('bad_answer', 'its answer is not JSON');
  if (call.owner !== null && !belongsTo(pick(value, call.owner), blanks.customer))
    return failed('not_theirs', 'what it answered is not of this customer');
  const result = resultOf(call, value);
  if (JSON.stringify(result).length > MAX_TEXT)
    return failed('bad_answer', 'its answer is long: name the parts that matter under result');
  return { ok: true, result, text: sentenceOf(call, { ...blanks, result }) };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function resultOf(call: Call, value: unknown): Record<string, unknown> {
  const wanted = Object.entries(call.result);
  if (wanted.length > 0) return Object.fromEntries(wanted.map(([name, path]) => [name, pick(value, path) ?? null]));
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>; // by the line itself
  return { answer: value };
}

function sentenceOf(call: Call, blanks: Blanks): string {
  if (call.say !== null) return fillText(call.say, blanks).slice(0, 1000);
  const facts = Object.entries(blanks.result ?? {}).filter(([, value]) => typeof value !== 'object');
  return facts
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join('\n')
    .slice(0, 1000);
}
