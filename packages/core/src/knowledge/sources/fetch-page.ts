import { type Ctx, type HttpAnswer, HttpError } from '@balcao/kernel';
import { KNOWLEDGE_LIMITS } from '../limits.ts';
import { type ReadingProblem, Unreadable } from '../reading/problems.ts';
import { mayRead, ROBOT } from './robots.ts';
import type { Source } from './source.ts';

export interface FetchedPage {
  readonly bytes: Buffer;
  readonly charset: string | undefined;
  readonly etag: string | null;
  readonly modified: string | null;
}

const PAGE_TIMEOUT_MS = 20_000;
const ROBOTS_TIMEOUT_MS = 8_000;

/** 'same': it has not changed since it was read last. */
export async function fetchPage(
  ctx: Ctx,
  { url, etag, modified, contentHash }: Pick<Source, 'etag' | 'modified' | 'contentHash'> & { readonly url: string },
  signal: AbortSignal,
): Promise<FetchedPage | 'same'> {
  await askRobots(ctx, url, signal);
  const known =
    contentHash === null
      ? {}
      : { ...(etag && { 'if-none-match': etag }), ...(modified && { 'if-modified-since': modified }) };
  const headers = {
    ...agent(ctx),
    accept: 'text/html,application/xhtml+xml,text/plain;q=0.8',
    'accept-language': 'pt-BR,pt;q=0.9',
    ...known,
  };
  const answer = await get(
    ctx,
    { url, headers, timeoutMs: PAGE_TIMEOUT_MS, maxBytes: KNOWLEDGE_LIMITS.pageBytes },
    signal,
  );
  if (answer.status === 304) return 'same';
  if (answer.status < 200 || answer.status >= 300) throw new Unreadable(problemOfStatus(answer.status));
  const type = answer.headers['content-type'] ?? 'text/html';
  if (!/^\s*(?:text\/(?:html|plain|markdown)|application\/xhtml\+xml)/i.test(type)) throw new Unreadable('page_other');
  const charset = /charset=["']?([\w-]{2,30})/i.exec(type)?.[1];
  const kept = (name: string) => answer.headers[name]?.slice(0, 300) ?? null;
  return { bytes: answer.body, charset, etag: kept('etag'), modified: kept('last-modified') };
}

const agent = (ctx: Ctx) => ({ 'user-agent': `${ROBOT}/1.0 (+${ctx.config.publicUrl})` });

/** A website without rules, or whose rules cannot be had, is read; one that says no is not. */
async function askRobots(ctx: Ctx, url: string, signal: AbortSignal): Promise<void> {
  const { origin, pathname, search } = new URL(url);
  const asked = {
    url: `${origin}/robots.txt`,
    headers: agent(ctx),
    timeoutMs: ROBOTS_TIMEOUT_MS,
    maxBytes: 512 * 1024,
  };
  const robots = await get(ctx, asked, signal).catch((error: unknown) => {
    // Where the website cannot be reached at all, the page says so in the better words.
    if (error instanceof Unreadable && error.problem !== 'page_inside') return undefined;
    throw error;
  });
  if (robots?.status !== 200) return;
  if (!mayRead(robots.body.toString('utf8'), pathname + search)) throw new Unreadable('page_forbidden');
}

interface Asked {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

async function get(ctx: Ctx, asked: Asked, signal: AbortSignal): Promise<HttpAnswer> {
  try {
    return await ctx.http.request({ method: 'GET', ...asked, signal });
  } catch (error) {
    if (signal.aborted || !(error instanceof HttpError)) throw error;
    throw new Unreadable(problemOfReason(error.reason));
  }
}

function problemOfStatus(status: number): ReadingProblem {
  if (status === 404 || status === 410) return 'page_missing';
  return status === 401 || status === 403 || status === 407 ? 'page_closed' : 'page_failed';
}

function problemOfReason(reason: HttpError['reason']): ReadingProblem {
  if (reason === 'timeout') return 'page_slow';
  if (reason === 'too_large') return 'page_too_large';
  if (reason === 'forbidden_address' || reason === 'bad_url') return 'page_inside';
  return reason === 'reset' || reason === 'protocol' ? 'page_failed' : 'page_unreachable';
}
