import { type ErrorCode, type ErrorFacts, errorCodes } from '@balcao/contract';

export interface FaultData {
  /** Seconds after which trying again makes sense, when it differs from the code's own. */
  readonly retryAfter?: number;
  readonly [name: string]: unknown;
}

/** The one error class of the house. `detail` is for developers and never holds personal data; people read the sentence of the code. */
export class Fault extends Error {
  readonly code: ErrorCode;
  readonly data: FaultData;
  constructor(code: ErrorCode, detail: string, data: FaultData = {}, cause?: unknown) {
    super(detail, cause === undefined ? undefined : { cause });
    this.name = 'Fault';
    this.code = code;
    this.data = data;
  }
  get status(): number {
    return errorCodes[this.code].status;
  }
  /** True when somebody should be woken. */
  get wakes(): boolean {
    return errorCodes[this.code].wakes;
  }
  /** Seconds; undefined when trying again by itself makes no sense. */
  get retryAfter(): number | undefined {
    const code: ErrorFacts = errorCodes[this.code];
    return typeof this.data.retryAfter === 'number' ? this.data.retryAfter : code.retryAfter;
  }
}

/** Any error as a Fault: an unknown one is `internal`, and only its class goes into the detail. */
export function toFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const name = error instanceof Error ? error.name : typeof error;
  return new Fault('internal', `An unexpected ${name}.`, {}, error);
}
