import { HttpError, type HttpPhase, type HttpReason } from './http-error.ts';

const reasons: Readonly<Record<string, HttpReason>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'too_large',
};

/** What undici, the sockets or TLS threw, in our words. Their own messages stay in the cause: they may quote addresses and headers. */
export function classifyFailure(error: unknown, phase: HttpPhase, what: string): HttpError {
  if (error instanceof HttpError) return error;
  const inner = innermost(error);
  if (inner instanceof HttpError) return inner;
  const code = readCode(inner) ?? readCode(error) ?? '';
  const reason = reasons[code] ?? (isTls(code) ? 'tls' : 'protocol');
  return new HttpError(phase, reason, `${what} failed (${code || 'no code'}).`, error);
}

/** Happy eyeballs wraps one error per address into an AggregateError. */
function innermost(error: unknown): unknown {
  if (error instanceof AggregateError && error.errors.length > 0) return innermost(error.errors[0]);
  return error;
}

function readCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code; // read defensively: anything can be thrown
  return typeof code === 'string' ? code : undefined;
}

const isTls = (code: string) =>
  /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/.test(code);
