import { type ErrorCode, errorCodes } from '@balcao/contract';

/** The one error class of the house. `detail` is for developers and never holds personal data; people read the sentence of the code. */
export class Fault extends Error {
  readonly code: ErrorCode;
  readonly data: Readonly<Record<string, unknown>>;
  constructor(code: ErrorCode, detail: string, data: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super(detail, cause === undefined ? undefined : { cause });
    this.name = 'Fault';
    this.code = code;
    this.data = data;
  }
  get status(): number {
    return errorCodes[this.code].status;
  }
}
