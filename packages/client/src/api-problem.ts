import type { ErrorCode, Problem } from './contract.ts';

interface Known {
  /** Seconds, of the header Retry-After. */
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
}

/** What went wrong, as the server says it, or `unreachable` when it could not be asked. */
export class ApiProblem extends Error {
  readonly code: ErrorCode | 'unreachable';
  readonly status: number;
  readonly problem: Problem | undefined;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode | 'unreachable', status: number, message: string, problem?: Problem, known: Known = {}) {
    super(message, { cause: known.cause });
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
    this.problem = problem;
    this.retryAfter = problem?.retryAfter ?? known.retryAfter;
  }

  /** The first problem of each field, by its path in dots. */
  get fields(): Readonly<Record<string, string>> {
    const fields: Record<string, string> = {};
    for (const { path, problem } of this.problem?.issues ?? []) fields[path] ??= problem;
    return fields;
  }
}
