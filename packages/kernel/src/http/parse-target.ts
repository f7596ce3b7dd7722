import { HttpError } from './http-error.ts';

export interface Target {
  /** `https://host:port` */
  readonly origin: string;
  readonly path: string;
  readonly hostname: string;
  readonly port: number;
  readonly secure: boolean;
}

const seen = new Map<string, Target>();
const remembered = 1_000;

/** The same few addresses are called again and again: parsing each time would be a good part of a request's cost. */
export function parseTarget(url: string): Target {
  const known = seen.get(url);
  if (known !== undefined) return known;
  if (!URL.canParse(url)) throw new HttpError('connect', 'bad_url', 'Not a URL.');
  const parsed = new URL(url);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    throw new HttpError('connect', 'bad_url', 'Only http and https addresses can be called.');
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw new HttpError('connect', 'bad_url', 'An address may not carry a user or a password.');
  }
  const secure = parsed.protocol === 'https:';
  const target: Target = {
    origin: parsed.origin,
    path: parsed.pathname + parsed.search,
    hostname: parsed.hostname.replace(/^\[|\]$/g, ''),
    port: parsed.port === '' ? (secure ? 443 : 80) : Number(parsed.port),
    secure,
  };
  if (seen.size >= remembered) seen.clear();
  seen.set(url, target);
  return target;
}
