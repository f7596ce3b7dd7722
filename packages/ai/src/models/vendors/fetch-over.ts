import type { HttpClient, HttpMethod, Trust } from '@balcao/kernel';

/** What a model may answer at most: a page of text is a few kilobytes, a batch of vectors a few megabytes. */
const MAX_BYTES = 8 * 1024 * 1024;
const withoutBody = new Set([204, 205, 304]);

/** The only way out of the house, dressed as the `fetch` that the AI SDK wants. */
export function fetchOver(http: HttpClient, trust: Trust, timeoutMs: () => number): typeof globalThis.fetch {
  return async (input, init) => {
    const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    const answer = await http.request({
      method: (init?.method ?? 'GET').toUpperCase() as HttpMethod, // the SDK sends POST and GET
      url,
      headers: Object.fromEntries(new Headers(init?.headers)),
      ...(typeof init?.body === 'string' ? { body: init.body } : {}),
      timeoutMs: timeoutMs(),
      maxBytes: MAX_BYTES,
      ...(init?.signal ? { signal: init.signal } : {}),
      trust,
    });
    const body = withoutBody.has(answer.status) ? null : new Uint8Array(answer.body);
    return new Response(body, { status: answer.status, headers: answer.headers });
  };
}
