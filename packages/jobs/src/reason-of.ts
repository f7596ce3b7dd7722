import { Fault, mask } from '@balcao/kernel';

const MAX_LENGTH = 1_000;

/** What a person reads beside a dead letter: why, without anybody's data. */
export function reasonOf(error: unknown): string {
  const text =
    error instanceof Fault
      ? `${error.code}: ${error.message}`
      : error instanceof Error
        ? `${error.name}: ${error.message}`
        : String(error);
  // PostgreSQL's text has no NUL.
  const masked = mask(text).replaceAll('\0', '');
  return masked.length > MAX_LENGTH ? `${masked.slice(0, MAX_LENGTH)}…` : masked;
}
