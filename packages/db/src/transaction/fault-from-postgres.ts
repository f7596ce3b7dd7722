import { Fault } from '@balcao/kernel';

interface PostgresError extends Error {
  code?: string;
  detail?: string;
  constraint?: string;
  table?: string;
}

/** Errors of a connection that is gone or a server that is not there: Node's, node-postgres', and PostgreSQL's classes 08 and 57P. */
const socketErrors = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
]);
const clientSentences =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end|Socket closed)/;

export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as PostgresError).code ?? '';
  return (
    socketErrors.has(code) || code.startsWith('08') || code.startsWith('57P') || clientSentences.test(error.message)
  );
}

/** A schema change made a prepared statement's plan useless: the connection forgets it on the next try. */
export const isStalePlan = (error: unknown): boolean =>
  error instanceof Error &&
  (error as PostgresError).code === '0A000' &&
  error.message.startsWith('cached plan must not change');

/** Serialization failure, deadlock, stale plan: nothing was written, and the same transaction may well succeed now. */
export function isWorthRepeating(error: unknown): boolean {
  const code = error instanceof Error ? (error as PostgresError).code : undefined;
  return code === '40001' || code === '40P01' || isStalePlan(error);
}

/** For what was sent together with its COMMIT: a connection lost before the answer leaves open whether it happened. */
export function faultFromCommitted(error: unknown, doing: string): Fault {
  if (!isConnectionLoss(error)) return faultFromPostgres(error, doing);
  const detail = `${doing}: the connection was lost before the answer, so it may or may not have happened`;
  return new Fault('unavailable', detail, { commit: 'unknown' }, error);
}

export function faultFromPostgres(error: unknown, doing: string): Fault {
  if (error instanceof Fault) return error;
  const failure = (error instanceof Error ? error : new Error(String(error))) as PostgresError;
  // PostgreSQL's DETAIL quotes the row: personal data that no log may hold.
  delete failure.detail;
  const code = failure.code ?? '';
  const data = failure.constraint === undefined ? {} : { constraint: failure.constraint };
  const because = `${doing}: ${failure.message}`;
  if (isConnectionLoss(failure))
    return new Fault('unavailable', `${doing}: the database is not reachable`, {}, failure);
  if (isWorthRepeating(failure)) return new Fault('unavailable', because, {}, failure);
  if (code === '53100') return new Fault('unavailable', `${doing}: the disk of the database is full`, {}, failure);
  if (code.startsWith('53') || code === '57014') return new Fault('unavailable', because, {}, failure);
  if (code === '23505' || code === '23503' || code === '23P01' || code === '55P03')
    return new Fault('conflict', because, data, failure);
  // Class 22: a value PostgreSQL cannot hold (a NUL in a text, a date out of range). The message may quote it.
  if (code.startsWith('22'))
    return new Fault('invalid_input', `${doing}: a value does not fit its column (${code})`, data, failure);
  return new Fault('internal', because, data, failure);
}
