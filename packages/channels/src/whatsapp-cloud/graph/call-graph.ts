import { HttpError } from '@balcao/kernel';
import type { ChannelCredentials, SendUnknown } from '../../port/index.ts';
import { integer, type Obj, objectOf, objectOrEmpty, word } from '../inbound/values.ts';
import type { Refusal } from './classify-answer.ts';
import type { GraphCtx } from './graph-ctx.ts';
import { redact } from './redact.ts';
import { retryAfterMs } from './retry-after.ts';

export interface GraphCall {
  readonly method: 'GET' | 'POST';
  /** Below the base address, without a slash in front; its parts already encoded. */
  readonly path: string;
  readonly body?: string | Buffer;
  readonly contentType?: string;
  readonly timeoutMs: number;
}

/** Everything that can come of one call. `troubled`: the Graph API's fault, not the request's. */
export type GraphResult =
  | { readonly kind: 'done'; readonly json: Obj; readonly troubled: false }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly troubled: boolean }
  | { readonly kind: 'not_sent'; readonly detail: string; readonly troubled: true }
  | {
      readonly kind: 'lost';
      readonly reason: SendUnknown['reason'];
      readonly detail: string;
      readonly troubled: boolean;
    };

const maxAnswer = 4 * 1024 * 1024;

/** One call, one answer; never throws, never repeats, never logs. */
export async function callGraph(ctx: GraphCtx, credentials: ChannelCredentials, call: GraphCall): Promise<GraphResult> {
  try {
    const answer = await ctx.http.request({
      method: call.method,
      url: `${ctx.config.graphApiBaseUrl}/${call.path}`,
      headers: {
        authorization: `Bearer ${credentials.accessToken}`,
        'content-type': call.contentType ?? 'application/json',
      },
      ...(call.body === undefined ? undefined : { body: call.body }),
      timeoutMs: call.timeoutMs,
      maxBytes: maxAnswer,
      trust: 'operator',
    });
    return readAnswer(answer.status, answer.headers, answer.body, ctx, credentials);
  } catch (error) {
    return lostOf(error, credentials);
  }
}

function readAnswer(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
  ctx: GraphCtx,
  credentials: ChannelCredentials,
): GraphResult {
  const json = parse(body);
  const error = objectOf(json?.['error']);
  if (status >= 200 && status < 300 && error === undefined) {
    if (json !== undefined) return { kind: 'done', json, troubled: false };
    return {
      kind: 'lost',
      reason: 'unreadable_answer',
      detail: `${status} with a body that is not JSON`,
      troubled: false,
    };
  }
  const refusal = {
    status,
    transient: error?.['is_transient'] === true,
    code: integer(error?.['code']),
    detail: detailOf(status, error, credentials),
    waitMs: retryAfterMs(headers['retry-after'], ctx.clock.now()),
  };
  return { kind: 'refused', refusal, troubled: status >= 500 };
}

function parse(body: Buffer): Obj | undefined {
  try {
    return objectOf(JSON.parse(body.toString('utf8')));
  } catch {
    return undefined;
  }
}

function detailOf(status: number, error: Obj | undefined, credentials: ChannelCredentials): string {
  if (error === undefined) return `HTTP ${status} without a reason`;
  // Redacted before it is cut: half a token at the cut would not be recognised.
  const said = (value: unknown, max: number) =>
    typeof value === 'string' ? word(redact(value, credentials), max) : undefined;
  const subcode = integer(error['error_subcode']);
  const parts = [
    `HTTP ${status}`,
    subcode === undefined ? undefined : `subcode ${subcode}`,
    said(error['message'], 300),
    said(objectOrEmpty(error['error_data'])['details'], 300),
    said(error['fbtrace_id'], 64),
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** The causes are left behind on purpose: what sockets and TLS throw may quote headers. */
function lostOf(error: unknown, credentials: ChannelCredentials): GraphResult {
  if (!(error instanceof HttpError)) {
    return { kind: 'lost', reason: 'connection_lost', detail: 'the call failed in an unexpected way', troubled: true };
  }
  const detail = redact(error.message, credentials);
  if (error.phase === 'connect') return { kind: 'not_sent', detail, troubled: true };
  if (error.reason === 'timeout') return { kind: 'lost', reason: 'timeout', detail, troubled: true };
  const reason = error.phase === 'body' ? 'unreadable_answer' : 'connection_lost';
  return { kind: 'lost', reason, detail, troubled: true };
}
