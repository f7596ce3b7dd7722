import { evaluate, fill, holesOf } from '../expressions/template.ts';
import type { BodyTemplate, HttpStep } from '../flow.ts';
import type { FlowRequest } from './session.ts';
import type { Turn } from './turn.ts';

/** The call of an HTTP step, filled in: nothing that the customer wrote can leave its place in an address, a header or a JSON body. */
export function requestOf(turn: Turn, name: string, { http }: HttpStep): FlowRequest {
  const inAddress = (template: string) => turn.fill(template, encodeURIComponent);
  const headers = Object.entries(http.headers ?? {}).map(([header, value]): [string, string] => [
    header.toLowerCase(),
    turn
      .fill(value)
      .replace(/[^\t\x20-\x7e\u00a0-\u00ff]/g, ' ')
      .trim()
      .slice(0, 2_000),
  ]);
  const isText = typeof http.body === 'string';
  const json = http.body === undefined || isText ? {} : { 'content-type': 'application/json' };
  return {
    step: name,
    method: http.method ?? 'GET',
    ...(http.url === undefined ? {} : { url: inAddress(http.url) }),
    ...(http.address === undefined ? {} : { address: http.address, path: inAddress(http.path ?? '') }),
    headers: { ...json, ...Object.fromEntries(headers) },
    ...(http.body === undefined ? {} : { body: bodyOf(turn, http.body).slice(0, 65_536) }),
    timeoutMs: Math.round((http.timeout ?? 8) * 1_000),
    save: http.save ?? {},
  };
}

const bodyOf = (turn: Turn, body: BodyTemplate): string =>
  typeof body === 'string' ? turn.fill(body) : JSON.stringify(filled(turn, body));

/** A text that is one single `{{ … }}` keeps its kind: a number stays a number. */
function filled(turn: Turn, body: BodyTemplate): unknown {
  if (typeof body === 'string') {
    const [hole, ...others] = holesOf(body);
    const alone = hole !== undefined && others.length === 0 && hole.from === 0 && hole.to === body.length;
    return alone ? evaluate(hole.source, turn.scope) : fill(body, turn.scope);
  }
  if (Array.isArray(body)) return body.map((item) => filled(turn, item));
  if (typeof body === 'object' && body !== null)
    return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, filled(turn, value)]));
  return body;
}
