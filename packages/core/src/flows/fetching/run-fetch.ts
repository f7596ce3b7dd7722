import type { WorkspaceCtx } from '@balcao/db';
import { HttpError } from '@balcao/kernel';
import type { FetchResult, FlowRequest } from '../talk/session.ts';
import { findAddress } from './find-address.ts';
import { pickAll } from './pick.ts';

const MAX_BYTES = 1_048_576;

/** Makes the call of an HTTP step: outside of any transaction, to the public internet only, never throwing. */
export async function runFetch(ctx: WorkspaceCtx, request: FlowRequest, signal?: AbortSignal): Promise<FetchResult> {
  try {
    const { url, headers } = await targetOf(ctx, request);
    if (url === undefined) return { ok: false, why: 'forbidden' };
    const answer = await ctx.http.request({
      method: request.method,
      url,
      headers: { accept: 'application/json', ...request.headers, ...headers },
      ...(request.body === undefined || request.method === 'GET' ? {} : { body: request.body }),
      timeoutMs: request.timeoutMs,
      maxBytes: MAX_BYTES,
      ...(signal === undefined ? {} : { signal }),
    });
    if (answer.status < 200 || answer.status > 299) return { ok: false, why: 'status', status: answer.status };
    return readBody(request, answer.status, answer.body.toString('utf8'));
  } catch (error) {
    return { ok: false, why: whyOf(error) };
  }
}

function readBody({ save }: FlowRequest, status: number, text: string): FetchResult {
  if (Object.keys(save).length === 0) return { ok: true, status, values: {} };
  const whole = Object.values(save).every((path) => path === '$');
  try {
    return { ok: true, status, values: pickAll(JSON.parse(text), save) };
  } catch {
    return whole ? { ok: true, status, values: pickAll(text, save) } : { ok: false, why: 'unreadable', status };
  }
}

/** A named address gives server and credentials; the flow only adds a path, which cannot climb out of it. */
async function targetOf(ctx: WorkspaceCtx, { url, address, path }: FlowRequest) {
  if (address === undefined)
    return { url: url !== undefined && /^https:\/\//i.test(url) ? url : undefined, headers: {} };
  const known = await findAddress(ctx, address);
  if (known === undefined) return { url: undefined, headers: {} };
  const base = known.url.endsWith('/') ? known.url : `${known.url}/`;
  const full = `${base}${(path ?? '').replace(/^\/+/, '')}`;
  return { url: URL.canParse(full) && new URL(full).href.startsWith(base) ? full : undefined, headers: known.headers };
}

function whyOf(error: unknown): Extract<FetchResult, { ok: false }>['why'] {
  if (!(error instanceof HttpError)) return 'unreachable';
  if (error.reason === 'timeout') return 'timeout';
  if (error.reason === 'aborted') return 'given_up';
  if (error.reason === 'too_large') return 'too_large';
  return error.reason === 'forbidden_address' || error.reason === 'bad_url' ? 'forbidden' : 'unreachable';
}
