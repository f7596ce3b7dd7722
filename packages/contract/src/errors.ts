/** The closed list of error codes. Each has an HTTP status, whether it wakes somebody, and a sentence per language in `sentences.ts`. */
export const errorCodes = {
  invalid_input: { status: 400, wakes: false },
  unauthenticated: { status: 401, wakes: false },
  bad_signature: { status: 401, wakes: false },
  forbidden: { status: 403, wakes: false },
  not_found: { status: 404, wakes: false },
  conflict: { status: 409, wakes: false },
  too_large: { status: 413, wakes: false },
  too_many_requests: { status: 429, wakes: false },
  over_limit: { status: 422, wakes: false },
  internal: { status: 500, wakes: true },
  provider_failed: { status: 502, wakes: false },
  unavailable: { status: 503, wakes: true },
} as const;
export type ErrorCode = keyof typeof errorCodes;
