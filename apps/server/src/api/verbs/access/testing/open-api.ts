import type { OperationName } from '@balcao/contract';
import type { DbCtx } from '@balcao/db';
import Fastify from 'fastify';
import { afterAll } from 'vitest';
import { oidcRoutes } from '../../../../people/index.ts';
import { apiRoutes } from '../../../index.ts';

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly setCookie: string | undefined;
  /** What the browser sends from now on. */
  readonly cookie: string | undefined;
  readonly headers: Headers;
}

export interface Browser {
  read(name: OperationName, input?: Record<string, unknown>): Promise<Answer>;
  write(name: OperationName, input?: Record<string, unknown>): Promise<Answer>;
}

export interface Api extends Browser {
  readonly url: string;
  as(cookie: string | undefined, workspaceId?: string): Browser;
}

/** The API over HTTP, as a browser on one of our pages asks. */
export async function openApi(ctx: DbCtx): Promise<Api> {
  const app = Fastify();
  apiRoutes(app, ctx, { channel: () => undefined, offer: () => undefined, checkAnswers: true });
  oidcRoutes(app, ctx);
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  afterAll(() => app.close());
  const browser = (more: Record<string, string>): Browser => ({
    read(name, input = {}) {
      const query = new URLSearchParams();
      for (const [key, value] of Object.entries(input)) if (value !== undefined) query.set(key, textOf(value));
      return ask(`${url}/api/v1/${name}?${query.toString()}`, { headers: more });
    },
    write: (name, input = {}) =>
      ask(`${url}/api/v1/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...more },
        body: JSON.stringify(input),
      }),
  });
  return {
    url,
    ...browser({}),
    as: (cookie, workspaceId) =>
      browser({
        ...(cookie === undefined ? {} : { cookie }),
        ...(workspaceId === undefined ? {} : { 'x-workspace': workspaceId }),
      }),
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

async function ask(url: string, init: RequestInit): Promise<Answer> {
  const answer = await fetch(url, init);
  const set = answer.headers.getSetCookie();
  const kept = set.filter((one) => !one.includes('Max-Age=0'));
  return {
    status: answer.status,
    body: (await answer.json()) as Record<string, unknown>, // every answer of the API is an object
    setCookie: kept[0],
    cookie: kept.length === 0 ? undefined : kept.map((one) => one.split(';')[0]).join('; '),
    headers: answer.headers,
  };
}
