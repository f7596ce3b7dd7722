import type { MessageProblem } from '../model.ts';
import { errorKind } from './error-table.ts';

interface Extra {
  httpStatus?: number | undefined;
  subcode?: number | undefined;
  /** Instead of the title of the code. */
  message?: string | undefined;
  type?: string | undefined;
}

/** A request that the Graph API refuses. Thrown anywhere below the routes, answered in one place. */
export class GraphProblem extends Error {
  readonly code: number;
  readonly details: string | undefined;
  readonly extra: Extra;

  constructor(code: number, details?: string, extra: Extra = {}) {
    super(extra.message ?? `(#${code}) ${errorKind(code).title}`);
    this.code = code;
    this.details = details;
    this.extra = extra;
  }

  get httpStatus(): number {
    return this.extra.httpStatus ?? errorKind(this.code).http;
  }
}

/** The error object as the Graph API writes it. */
export function answerProblem(problem: GraphProblem, traceId: string): object {
  const { code, details, extra } = problem;
  return {
    error: {
      message: problem.message,
      type: extra.type ?? 'OAuthException',
      code,
      ...(extra.subcode === undefined ? {} : { error_subcode: extra.subcode }),
      ...(errorKind(code).transient ? { is_transient: true } : {}),
      ...(details === undefined ? {} : { error_data: { messaging_product: 'whatsapp', details } }),
      fbtrace_id: traceId,
    },
  };
}

/** The same fault as a `failed` status tells it. */
export function problemOfStatus(code: number, details: string): MessageProblem {
  const { title } = errorKind(code);
  return { code, title, message: title, details };
}

export function unknownObject(method: string, id: string): GraphProblem {
  return new GraphProblem(100, undefined, {
    subcode: 33,
    type: 'GraphMethodException',
    message:
      `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing ` +
      'permissions, or does not support this operation',
  });
}
