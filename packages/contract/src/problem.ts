import type { ErrorCode } from './errors.ts';

/** One field that is not as it should be: `path` in dots, `problem` in words for developers. */
export interface ProblemIssue {
  readonly path: string;
  readonly problem: string;
}

/** An error on the wire: application/problem+json (RFC 9457). */
export interface Problem {
  readonly type: string;
  /** The sentence for people. */
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  /** For developers; absent when it would tell about our inside. */
  readonly detail?: string;
  readonly issues?: readonly ProblemIssue[];
  /** With `already_claimed`: who has it. */
  readonly holder?: { readonly id: string; readonly name: string };
  /** Seconds after which trying again makes sense; also the header Retry-After. */
  readonly retryAfter?: number;
}

export const problemContentType = 'application/problem+json';
