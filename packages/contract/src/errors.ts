/**
 * The closed list of error codes: HTTP status, whether it wakes somebody, and after how many seconds trying again makes sense
 * (absent: never by itself). Each has a sentence for people in every language in `sentences.ts`.
 */
export const errorCodes = {
  invalid_input: { status: 400, wakes: false },
  unauthenticated: { status: 401, wakes: false },
  bad_signature: { status: 401, wakes: false },
  wrong_credentials: { status: 401, wakes: false },
  wrong_code: { status: 401, wakes: false },
  challenge_over: { status: 401, wakes: false },
  forbidden: { status: 403, wakes: false },
  not_found: { status: 404, wakes: false },
  conflict: { status: 409, wakes: false },
  unreadable_file: { status: 422, wakes: false },
  contact_blocked: { status: 409, wakes: false },
  already_claimed: { status: 409, wakes: false },
  wrong_status: { status: 409, wakes: false },
  target_unavailable: { status: 409, wakes: false },
  already_member: { status: 409, wakes: false },
  last_owner: { status: 409, wakes: false },
  link_over: { status: 410, wakes: false },
  too_large: { status: 413, wakes: false },
  weak_password: { status: 422, wakes: false },
  over_limit: { status: 422, wakes: false },
  window_closed: { status: 422, wakes: false },
  template_unusable: { status: 422, wakes: false },
  wrong_file: { status: 422, wakes: false },
  too_many_requests: { status: 429, wakes: false, retryAfter: 1 },
  internal: { status: 500, wakes: true },
  provider_failed: { status: 502, wakes: false, retryAfter: 5 },
  unavailable: { status: 503, wakes: true, retryAfter: 2 },
} as const satisfies Record<string, ErrorFacts>;

export interface ErrorFacts {
  readonly status: number;
  readonly wakes: boolean;
  readonly retryAfter?: number;
}

export type ErrorCode = keyof typeof errorCodes;

export const isErrorCode = (text: unknown): text is ErrorCode =>
  typeof text === 'string' && Object.hasOwn(errorCodes, text);
